using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Canary.Local.Faults;
using Canary.Local.StepFunctions.Language;
using Canary.Local.StepFunctions.Protocol;
using Canary.Local.Wire;
using Microsoft.AspNetCore.Http;

namespace Canary.Local.StepFunctions;

/// <summary>Step Functions as clients see it: AWS JSON 1.0 with the target <c>AWSStepFunctions.{Operation}</c>.</summary>
public sealed class StepFunctionsWire(StepFunctionsService service) : IWireService
{
    private const string Target = "AWSStepFunctions.";

    /// <inheritdoc/>
    public bool Owns(HttpRequest request) => HttpMethods.IsPost(request.Method) && request.Path == "/"
        && request.Headers["X-Amz-Target"].ToString().StartsWith(Target, StringComparison.Ordinal);

    /// <inheritdoc/>
    public async Task AnswerAsync(HttpContext context)
    {
        try
        {
            await WriteAsync(context, 200, await ServeAsync(context.Request));
        }
        catch (AwsException refusal)
        {
            await RefuseAsync(context, refusal);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<ApiCall> ReadCallAsync(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var operation = request.Headers["X-Amz-Target"].ToString()[Target.Length..];
        try
        {
            var members = await ReadAsync(request);
            var arn = members["executionArn"].AsString() ?? members["stateMachineArn"].AsString();
            return new ApiCall("states", operation, arn?.Split(':', 7) is [.., var resource] ? resource : members["name"].AsString());
        }
        catch (AwsException)
        {
            // What cannot be read is answered as such, unless every call is to fail.
            return new ApiCall("states", operation);
        }
    }

    /// <inheritdoc/>
    public Task RefuseAsync(HttpContext context, AwsException refusal)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(refusal);
        return WriteAsync(context, refusal.StatusCode, new JsonObject { ["__type"] = refusal.Code, ["message"] = refusal.Message });
    }

    private async Task<JsonObject> ServeAsync(HttpRequest request)
    {
        if (request.Headers.Authorization.Count == 0)
            throw new AwsException(400, "MissingAuthenticationTokenException", "Request is missing Authentication Token");
        var name = request.Headers["X-Amz-Target"].ToString()[Target.Length..];
        var operation = Operations.Find(name) ?? throw new AwsException(400, "UnknownOperationException", $"Canary.Local does not support {Target}{name}.");
        var members = new Members(name, await ReadAsync(request));
        return operation(service, members);
    }

    private static async Task<JsonObject> ReadAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8, leaveOpen: true);
        var text = await reader.ReadToEndAsync();
        try
        {
            return JsonText.Parse(text) as JsonObject ?? throw new AwsException(400, "SerializationException", "The request is no JSON object.");
        }
        catch (JsonException exception)
        {
            throw new AwsException(400, "SerializationException", $"The request is no JSON object: {exception.Message}");
        }
    }

    private static Task WriteAsync(HttpContext context, int status, JsonObject answer)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/x-amz-json-1.0";
        return context.Response.WriteAsync(JsonText.Write(answer));
    }
}
