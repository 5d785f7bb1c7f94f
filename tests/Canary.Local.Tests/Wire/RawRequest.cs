using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Canary.Local.Tests.Wire;

/// <summary>A request as it stands on the wire, with what no decent client would send.</summary>
internal static class RawRequest
{
    /// <summary>Sends the head of a request, and reads the answer to its end.</summary>
    /// <param name="port">On loopback.</param>
    /// <param name="lines">The request line and the headers.</param>
    /// <param name="body">What follows them; null leaves out what a Content-Length among them may announce.</param>
    /// <returns>The status and everything that was answered.</returns>
    public static async Task<(int Status, string Text)> SendAsync(int port, IEnumerable<string> lines, string? body = null)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"{string.Join("\r\n", lines)}\r\nConnection: close\r\n\r\n{body}"));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = new StringBuilder(await reader.ReadLineAsync());
        var status = int.Parse(answer.ToString().Split(' ')[1], CultureInfo.InvariantCulture);
        // Only now is a server that waits for the rest of a body told that there is none.
        client.Client.Shutdown(SocketShutdown.Send);
        try
        {
            while (await reader.ReadLineAsync() is { } line) answer.Append('\n').Append(line);
        }
        catch (IOException)
        {
            // It was cut short, as the request was.
        }
        return (status, answer.ToString());
    }
}
