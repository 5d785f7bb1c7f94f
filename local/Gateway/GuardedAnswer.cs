using Canary.Local.Faults;
using Canary.Local.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Canary.Local.Gateway;

/// <summary>Answers one request by way of the front door.</summary>
internal static class GuardedAnswer
{
    public static async Task WriteAsync(FrontDoor door, IWireService owner, HttpContext context)
    {
        await BufferAsync(context.Request);
        var call = await owner.ReadCallAsync(context.Request);
        context.Request.Body.Position = 0;
        // An effect that comes late comes even if the client has left by then, as on AWS.
        var gone = context.RequestAborted;
        context.RequestAborted = CancellationToken.None;
        try
        {
            var answer = await door.PassAsync(
                call, stale => AnswerAsync(owner, context, stale), IsByFunction(door, context.Request));
            await answer.CopyToAsync(context.Response.Body, gone);
        }
        catch (AwsException refusal)
        {
            await owner.RefuseAsync(context, refusal);
        }
        catch (NoAnswerException silence)
        {
            await LeaveAsync(context, silence, door.IsVirtual, gone);
        }
    }

    /// <summary>
    /// A client that waits for its own time-out does so in real time, for which virtual time must not stand still.
    /// </summary>
    private static async Task LeaveAsync(HttpContext context, NoAnswerException silence, bool isVirtual, CancellationToken gone)
    {
        if (silence.IsTimeOut && !isVirtual)
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, gone)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        context.Abort();
    }

    /// <summary>Nothing of the answer leaves before it is known whether it may.</summary>
    private static async Task<MemoryStream> AnswerAsync(IWireService owner, HttpContext context, StaleRead? stale)
    {
        var wire = context.Features.Get<IHttpResponseBodyFeature>();
        var buffer = new MemoryStream();
        var buffering = new StreamResponseBodyFeature(buffer);
        context.Features.Set<IHttpResponseBodyFeature>(buffering);
        context.Features.Set(stale);
        try
        {
            await owner.AnswerAsync(context);
            await buffering.CompleteAsync();
        }
        finally
        {
            context.Features.Set(wire);
        }
        buffer.Position = 0;
        return buffer;
    }

    private static async Task BufferAsync(HttpRequest request)
    {
        var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        body.Position = 0;
        request.Body = body;
    }

    private static bool IsByFunction(FrontDoor door, HttpRequest request) => door.FunctionsAccessKeyId is { } key
        && request.Headers.Authorization.ToString().Contains($"Credential={key}/", StringComparison.Ordinal);
}
