using System.Text.Json.Nodes;
using Canary.StatesLanguage.Json;
using Microsoft.AspNetCore.Http;

namespace Canary.Local.Wire;

/// <summary>
/// What every listener asks of a request before anything else, its body included: that a program of this machine sent it, and no
/// web page. Whoever may call can have code run here, and nothing verifies a signature. A page that a browser shows on this
/// machine reaches loopback ports too: by a form or a script, which the browser marks, or under a name of its own that its DNS
/// server says is 127.0.0.1, which the Host header shows.
/// </summary>
internal static class LocalCallers
{
    private const int DefaultPort = 80;
    private const int Shown = 200;
    private static readonly string[] Names = ["127.0.0.1", "localhost", "[::1]"];

    /// <summary>Answers a request, or refuses it.</summary>
    public static Task AnswerAsync(HttpContext context, RequestDelegate answer)
    {
        // Nothing here is a page: what a request says comes back in messages, and no browser is to take one for markup.
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Complaint(context.Request, context.Connection.LocalPort) is { } complaint
            ? RefuseAsync(context.Response, complaint)
            : answer(context);
    }

    /// <summary>What about a request says that it may be a web page's; null for nothing.</summary>
    private static string? Complaint(HttpRequest request, int port)
    {
        var headers = request.Headers;
        if (headers.Host is not [{ } host] || !IsOwn(host, port)) return $"the Host header is '{Cut(headers.Host.ToString())}'";
        // Browsers send one with whatever could change something, from their own pages too, of which there are none here.
        if (headers.TryGetValue("Origin", out var origin)) return $"the Origin header is '{Cut(origin.ToString())}'";
        // "none" is a person who typed the address. Ports do not count for "same-site": that is any other server on this machine.
        return headers.TryGetValue("Sec-Fetch-Site", out var site) && site.Any(value => value != "none")
            ? $"the Sec-Fetch-Site header is '{Cut(site.ToString())}'"
            : null;
    }

    private static bool IsOwn(string host, int port) => Array.Exists(Names, name =>
        host.Equals($"{name}:{port}", StringComparison.OrdinalIgnoreCase)
        || (port == DefaultPort && host.Equals(name, StringComparison.OrdinalIgnoreCase)));

    private static Task RefuseAsync(HttpResponse response, string complaint)
    {
        const string Code = "AccessDeniedException";
        var message = $"Canary.Local answers programs of this machine only, and no web page: {complaint}. "
            + "Call it from a program, at the address that it printed (127.0.0.1 or localhost, with its port), and send "
            + "neither Origin nor Sec-Fetch-Site.";
        response.StatusCode = StatusCodes.Status403Forbidden;
        response.Headers["x-amzn-ErrorType"] = Code;
        // What else the client has to say is not for anybody.
        response.Headers.Connection = "close";
        response.ContentType = "application/json";
        return response.WriteAsync(JsonText.Write(new JsonObject { ["__type"] = Code, ["message"] = message }));
    }

    private static string Cut(string text) => text.Length <= Shown ? text : $"{text[..Shown]}…";
}
