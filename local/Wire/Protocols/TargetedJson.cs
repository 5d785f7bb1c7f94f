using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Canary.StatesLanguage.Json;
using Microsoft.AspNetCore.Http;

namespace Canary.Local.Wire.Protocols;

/// <summary>AWS's JSON protocols: one address, and the operation in X-Amz-Target as <c>{prefix}.{Operation}</c>.</summary>
/// <param name="prefix">The service's, without the dot.</param>
/// <param name="version">1.0 or 1.1.</param>
/// <param name="service">IAM's prefix of the service.</param>
internal sealed class TargetedJson(string prefix, string version, string service) : IWireService
{
    /// <summary>Finds an operation by its name; null when Canary.Local does not have it.</summary>
    public required Func<string, Func<Members, JsonObject>?> Find { get; init; }

    /// <summary>What a request is about; null if that cannot be told.</summary>
    public required Func<JsonObject, string?> ResourceOf { get; init; }

    /// <summary>Finds one that takes its time, and may be given up; null for none.</summary>
    public Func<string, CancellationToken, Func<Members, Task<JsonObject>>?> FindWaiting { get; init; } = (_, _) => null;

    /// <summary>An error's full name by that of its shape.</summary>
    public Func<string, string> TypeOf { get; init; } = shape => shape;

    /// <summary>The code that an error had when the service spoke Query; null for a service that never did.</summary>
    public Func<string, string>? QueryCodeOf { get; init; }

    /// <summary>Whether requests come to other paths than the root as well.</summary>
    public bool IsAtAnyPath { get; init; }

    /// <inheritdoc/>
    public bool Owns(HttpRequest request) => HttpMethods.IsPost(request.Method) && (IsAtAnyPath || request.Path == "/")
        && request.Headers["X-Amz-Target"].ToString().StartsWith($"{prefix}.", StringComparison.Ordinal);

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
        try
        {
            return new ApiCall(service, OperationOf(request), ResourceOf(await ReadAsync(request)));
        }
        catch (AwsException)
        {
            // What cannot be read is answered as such, unless every call is to fail.
            return new ApiCall(service, OperationOf(request));
        }
    }

    /// <inheritdoc/>
    public Task RefuseAsync(HttpContext context, AwsException refusal)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(refusal);
        if (QueryCodeOf is not null)
            context.Response.Headers["x-amzn-query-error"] = $"{QueryCodeOf(refusal.Code)};{refusal.Blamed}";
        return WriteAsync(
            context, refusal.StatusCode, new JsonObject { ["__type"] = TypeOf(refusal.Code), ["message"] = refusal.Message });
    }

    private string OperationOf(HttpRequest request) => request.Headers["X-Amz-Target"].ToString()[(prefix.Length + 1)..];

    private async Task<JsonObject> ServeAsync(HttpRequest request)
    {
        if (request.Headers.Authorization.Count == 0)
            throw new AwsException(400, "MissingAuthenticationTokenException", "Request is missing Authentication Token");
        var name = OperationOf(request);
        if (FindWaiting(name, request.HttpContext.RequestAborted) is { } waiting)
            return await waiting(new Members(name, await ReadAsync(request)));
        var operation = Find(name)
            ?? throw new AwsException(400, "UnknownOperationException", $"Canary.Local does not support {prefix}.{name}.");
        return operation(new Members(name, await ReadAsync(request)));
    }

    private static async Task<JsonObject> ReadAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8, leaveOpen: true);
        var text = await reader.ReadToEndAsync();
        try
        {
            return JsonText.Parse(text) as JsonObject ?? throw CommonErrors.Serialization("The request is no JSON object.");
        }
        catch (JsonException exception)
        {
            throw CommonErrors.Serialization($"The request is no JSON object: {exception.Message}");
        }
    }

    private Task WriteAsync(HttpContext context, int status, JsonObject answer)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = $"application/x-amz-json-{version}";
        return context.Response.WriteAsync(JsonText.Write(answer));
    }
}
