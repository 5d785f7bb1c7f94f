using Canary.Local.CloudWatch.Errors;
using Canary.Local.Wire;
using Canary.Local.Wire.Protocols;
using Microsoft.AspNetCore.Http;

namespace Canary.Local.CloudWatch.Api;

/// <summary>
/// CloudWatch as clients see it, in each of its protocols. An operation is written once, on the neutral tree that they share.
/// </summary>
public sealed class CloudWatchApi(CloudWatchService service) : IWireService
{
    private static readonly IProtocol[] Protocols =
        [new CborProtocol(), new JsonProtocol(), new QueryProtocol("monitoring", "2010-08-01", CloudWatchErrors.QueryCode)];

    /// <inheritdoc/>
    public bool Owns(HttpRequest request) => Array.Exists(Protocols, protocol => protocol.Speaks(request));

    /// <inheritdoc/>
    public async Task AnswerAsync(HttpContext context)
    {
        var protocol = Protocols.First(one => one.Speaks(context.Request));
        try
        {
            if (!IsSigned(context.Request)) throw CloudWatchErrors.MissingToken();
            var (name, input) = context.Features.Get<Request>() is { } read
                ? (read.Operation, read.Input)
                : await protocol.ReadAsync(context.Request);
            var operation = CloudWatchOperations.Find(name) ?? throw CloudWatchErrors.UnknownOperation(name);
            await protocol.WriteAsync(context.Response, name, operation(service, input));
        }
        catch (AwsException refusal)
        {
            await protocol.WriteErrorAsync(context.Response, refusal);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<ApiCall> ReadCallAsync(HttpRequest request)
    {
        try
        {
            var (operation, input) = await Protocols.First(one => one.Speaks(request)).ReadAsync(request);
            request.HttpContext.Features.Set(new Request(operation, input));
            var alarms = input.Texts("AlarmNames") is { Count: > 0 } several ? string.Join(',', several) : null;
            return new ApiCall("cloudwatch", operation, input.Text("AlarmName") ?? alarms);
        }
        catch (AwsException)
        {
            // What cannot be read is answered as such, unless every call is to fail.
            return new ApiCall("cloudwatch", "");
        }
    }

    /// <inheritdoc/>
    public Task RefuseAsync(HttpContext context, AwsException refusal)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Protocols.First(one => one.Speaks(context.Request)).WriteErrorAsync(context.Response, refusal);
    }

    /// <summary>What <see cref="ReadCallAsync"/> has read, so that it is not read again for the answer.</summary>
    private sealed record Request(string Operation, WireMap Input);

    private static bool IsSigned(HttpRequest request) =>
        request.Headers.Authorization.Count > 0 || request.Query.ContainsKey("X-Amz-Signature");
}
