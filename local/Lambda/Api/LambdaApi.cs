using System.Text.RegularExpressions;
using Canary.Local.Faults;
using Canary.Local.Lambda.Errors;
using Canary.Local.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Canary.Local.Lambda.Api;

/// <summary>Lambda as clients see it: REST-JSON, each path with the date of the API that brought it.</summary>
/// <param name="lambda">What the requests are about.</param>
public sealed partial class LambdaApi(LambdaService lambda) : IWireService
{
    /// <summary>What CreateFunction takes on AWS: 50 MB of zip, as base64.</summary>
    private const int RequestLimit = 70_167_211;

    private static readonly Dictionary<string, Func<LambdaService, RestRequest, Task<RestAnswer>>> Verbs = new()
    {
        ["CreateFunction"] = At(FunctionOperations.Create),
        ["UpdateFunctionCode"] = At(FunctionOperations.UpdateCode),
        ["UpdateFunctionConfiguration"] = At(FunctionOperations.UpdateConfiguration),
        ["GetFunction"] = At(FunctionOperations.Get),
        ["GetFunctionConfiguration"] = At(FunctionOperations.GetConfiguration),
        ["ListFunctions"] = At(FunctionOperations.List),
        ["DeleteFunction"] = At(FunctionOperations.Delete),
        ["PutFunctionConcurrency"] = At(FunctionOperations.PutConcurrency),
        ["GetFunctionConcurrency"] = At(FunctionOperations.GetConcurrency),
        ["DeleteFunctionConcurrency"] = At(FunctionOperations.DeleteConcurrency),
        ["PutProvisionedConcurrencyConfig"] = At(ProvisionedConcurrencyOperations.Put),
        ["GetProvisionedConcurrencyConfig"] = At(ProvisionedConcurrencyOperations.Get),
        ["ListProvisionedConcurrencyConfigs"] = At(ProvisionedConcurrencyOperations.List),
        ["DeleteProvisionedConcurrencyConfig"] = At(ProvisionedConcurrencyOperations.Delete),
        ["AddPermission"] = At(PolicyOperations.Add),
        ["RemovePermission"] = At(PolicyOperations.Remove),
        ["GetPolicy"] = At(PolicyOperations.Get),
        ["CreateEventSourceMapping"] = At(EventSourceOperations.Create),
        ["UpdateEventSourceMapping"] = At(EventSourceOperations.Update),
        ["GetEventSourceMapping"] = At(EventSourceOperations.Get),
        ["ListEventSourceMappings"] = At(EventSourceOperations.List),
        ["DeleteEventSourceMapping"] = At(EventSourceOperations.Delete),
        ["CreateFunctionUrlConfig"] = At(FunctionUrlOperations.Create),
        ["UpdateFunctionUrlConfig"] = At(FunctionUrlOperations.Update),
        ["GetFunctionUrlConfig"] = At(FunctionUrlOperations.Get),
        ["ListFunctionUrlConfigs"] = At(FunctionUrlOperations.List),
        ["DeleteFunctionUrlConfig"] = At(FunctionUrlOperations.Delete),
        ["PutFunctionEventInvokeConfig"] = At(EventInvokeOperations.Put),
        ["UpdateFunctionEventInvokeConfig"] = At(EventInvokeOperations.Update),
        ["GetFunctionEventInvokeConfig"] = At(EventInvokeOperations.Get),
        ["ListFunctionEventInvokeConfigs"] = At(EventInvokeOperations.List),
        ["DeleteFunctionEventInvokeConfig"] = At(EventInvokeOperations.Delete),
        ["PublishVersion"] = At(VersionOperations.Publish),
        ["ListVersionsByFunction"] = At(VersionOperations.List),
        ["CreateAlias"] = At(AliasOperations.Create),
        ["GetAlias"] = At(AliasOperations.Get),
        ["UpdateAlias"] = At(AliasOperations.Update),
        ["DeleteAlias"] = At(AliasOperations.Delete),
        ["ListAliases"] = At(AliasOperations.List),
        ["Invoke"] = InvokeOperations.InvokeAsync,
    };

    /// <summary>The operations that it has.</summary>
    internal static IReadOnlyList<string> Operations { get; } = [.. Verbs.Keys.Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public bool Owns(HttpRequest request) => DatedPath().IsMatch(request.Path.Value ?? "");

    /// <inheritdoc/>
    public async Task AnswerAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        await WriteAsync(context, await TryAnswerAsync(context));
    }

    /// <inheritdoc/>
    public ValueTask<ApiCall> ReadCallAsync(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ValueTask.FromResult(Call(request));
    }

    /// <inheritdoc/>
    public Task RefuseAsync(HttpContext context, AwsException refusal)
    {
        ArgumentNullException.ThrowIfNull(context);
        return WriteAsync(context, ErrorAnswer.Of(refusal));
    }

    private ApiCall Call(HttpRequest request)
    {
        if (LambdaRoutes.Find(request) is not var (operation, values)) return new ApiCall("lambda", "");
        if (!values.TryGetValue("FunctionName", out var function)) return new ApiCall("lambda", operation);
        var qualifier = values.GetValueOrDefault("Name") ?? (request.Query.TryGetValue("Qualifier", out var queried) ? queried.ToString() : null);
        return new ApiCall("lambda", operation, lambda.ResourceOf(function, qualifier));
    }

    private static async Task WriteAsync(HttpContext context, RestAnswer answer)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers) response.Headers[name] = value;
        if (answer.Status == StatusCodes.Status204NoContent) return;
        response.ContentType = "application/json";
        response.ContentLength = answer.Body.Length;
        await response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }

    private async Task<RestAnswer> TryAnswerAsync(HttpContext context)
    {
        try
        {
            RequireSignature(context.Request);
            var (method, path) = (context.Request.Method, context.Request.Path.Value ?? "");
            var (operation, values) = LambdaRoutes.Find(context.Request)
                ?? throw new AwsException(404, "UnknownOperationException", $"Lambda has no operation {method} {path}.");
            if (!Verbs.TryGetValue(operation, out var verb))
                throw new AwsException(501, "UnsupportedOperationException", $"Canary.Local's Lambda does not support {operation}.");
            var (request, stale) = (context.Request, context.Features.Get<StaleRead>());
            return await verb(lambda, new RestRequest(operation, values, request.Query, request.Headers, await ReadAsync(context)) { Stale = stale });
        }
        catch (AwsException refusal)
        {
            return ErrorAnswer.Of(refusal);
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            var operation = LambdaRoutes.Find(context.Request)?.Name;
            return ErrorAnswer.Of(LambdaErrors.TooLarge("Request", $"{RequestLimit} bytes for the {operation} operation"));
        }
    }

    /// <summary>Nothing verifies a signature, but a client that does not sign would fail on AWS.</summary>
    private static void RequireSignature(HttpRequest request)
    {
        if (request.Headers.Authorization.Count == 0 && !request.Query.ContainsKey("X-Amz-Signature"))
            throw new AwsException(403, "MissingAuthenticationTokenException", "Missing Authentication Token");
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = RequestLimit;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return body.ToArray();
    }

    private static Func<LambdaService, RestRequest, Task<RestAnswer>> At(Func<LambdaService, RestRequest, RestAnswer> verb) =>
        (service, request) => Task.FromResult(verb(service, request));

    [GeneratedRegex(@"^/[0-9]{4}-[0-9]{2}-[0-9]{2}/")]
    private static partial Regex DatedPath();
}
