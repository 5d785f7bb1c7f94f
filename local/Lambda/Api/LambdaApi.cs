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
        var qualifier = values.GetValueOrDefault("Name")
            ?? (request.Query.TryGetValue("Qualifier", out var queried) ? queried.ToString() : null);
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
                ?? throw LambdaErrors.NoOperation(method, path);
            var answer = LambdaOperations.Find(operation)
                ?? throw LambdaErrors.UnsupportedOperation(operation);
            var (query, headers) = (context.Request.Query, context.Request.Headers);
            var request = new RestRequest(
                operation, values, query, headers, await ReadAsync(context))
            { Stale = context.Features.Get<StaleRead>() };
            return await answer(lambda, request);
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
            throw LambdaErrors.MissingToken();
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = RequestLimit;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return body.ToArray();
    }

    [GeneratedRegex(@"^/[0-9]{4}-[0-9]{2}-[0-9]{2}/")]
    private static partial Regex DatedPath();
}
