using System.Text.Json.Nodes;
using Canary.Local.Wire;
using Microsoft.AspNetCore.Http;

namespace Canary.Local.Gateway;

/// <summary>Finds the service that a request is for, and has it answer.</summary>
/// <param name="services">Asked in this order who owns a request.</param>
/// <param name="door">What each request passes first; null for nothing.</param>
public sealed class AwsRouter(IReadOnlyList<IWireService> services, FrontDoor? door = null)
{
    private const int Unknown = 501;

    /// <summary>Answers a request, whatever it is.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        if (services.FirstOrDefault(service => service.Owns(context.Request)) is { } owner)
        {
            await AnswerAsync(owner, context);
            return;
        }
        context.Response.StatusCode = Unknown;
        context.Response.ContentType = "text/plain; charset=utf-8";
        var request = context.Request;
        await context.Response.WriteAsync(
            $"Canary.Local does not know {request.Method} {request.Path} {request.Headers["X-Amz-Target"]}.");
    }

    /// <summary>Says what went wrong inside a service. Without this the client would see a 500 with no word in it.</summary>
    private async Task AnswerAsync(IWireService owner, HttpContext context)
    {
        try
        {
            await (door is { IsGuarded: true } ? GuardedAnswer.WriteAsync(door, owner, context) : owner.AnswerAsync(context));
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to read an answer.
        }
        catch (Exception fault) when (fault is not BadHttpRequestException && !context.Response.HasStarted)
        {
            const string Code = "InternalFailure";
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            context.Response.Headers["x-amzn-ErrorType"] = Code;
            context.Response.ContentType = "application/json";
            // A service that failed while it answered may have announced the length of its own document.
            context.Response.ContentLength = null;
            await context.Response.WriteAsync(new JsonObject { ["__type"] = Code, ["message"] = fault.Message }.ToJsonString());
        }
    }
}
