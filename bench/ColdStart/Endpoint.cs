using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Canary.Bench.ColdStart;

/// <summary>Lambda's Runtime API for one invocation at a time, and as much of AWS as <c>PublishVersion</c> asks for.</summary>
internal sealed class Endpoint : IDisposable
{
    private const string Runtime = "/2018-06-01/runtime/";
    private const string Request = "8476a536-e9f4-11e8-9739-2dfe598c3fcd";

    private const string Version = $$"""
        {"FunctionName": "{{PublishVersionEvent.Function}}", "Version": "2", "Runtime": "dotnet10", "CodeSize": 1,
        "FunctionArn": "arn:aws:lambda:us-east-1:123456789012:function:{{PublishVersionEvent.Function}}:2", "CodeSha256": "x",
        "Role": "arn:aws:iam::123456789012:role/shop", "State": "Active", "LastUpdateStatus": "Successful"}
        """;

    private readonly HttpListener _listener = new();
    private readonly byte[] _event;
    private TaskCompletionSource<StartedAnswer> _answer = new();
    private bool _isTaken = true;
    private int _calls;

    /// <param name="payload">What each start is given.</param>
    public Endpoint(byte[] payload)
    {
        _event = payload;
        Address = $"127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add($"http://{Address}/");
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>Host and port, of the Runtime API and of AWS.</summary>
    public string Address { get; }

    /// <summary>Leaves the event for the process that is started next.</summary>
    public Task<StartedAnswer> Expect()
    {
        _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        (_isTaken, _calls) = (false, 0);
        return _answer.Task;
    }

    public void Dispose() => _listener.Close();

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                Answer(await _listener.GetContextAsync());
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException or IOException)
            {
                // A process was killed in the middle, or this is the end.
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        var path = context.Request.Url!.AbsolutePath;
        if (path == $"{Runtime}invocation/next") Next(context);
        else if (path.StartsWith(Runtime, StringComparison.Ordinal)) Take(context, path);
        else
        {
            _calls++;
            Write(context, 201, Encoding.UTF8.GetBytes(Version));
        }
    }

    private void Next(HttpListenerContext context)
    {
        // The second time it waits, until its process is ended.
        if (_isTaken) return;
        _isTaken = true;
        var headers = context.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = Request;
        headers["Lambda-Runtime-Deadline-Ms"] = "4102444800000";
        headers["Lambda-Runtime-Invoked-Function-Arn"] = "arn:aws:lambda:us-east-1:123456789012:function:canary-PublishVersion";
        Write(context, 200, _event);
    }

    private void Take(HttpListenerContext context, string path)
    {
        using var reader = new StreamReader(context.Request.InputStream);
        var body = reader.ReadToEnd();
        var at = TimeProvider.System.GetTimestamp();
        var isError = path != $"{Runtime}invocation/{Request}/response";
        Write(context, 202, "{}"u8.ToArray());
        _answer.TrySetResult(new StartedAnswer(body, isError, at, _calls));
    }

    private static void Write(HttpListenerContext context, int status, byte[] body)
    {
        (context.Response.StatusCode, context.Response.ContentType) = (status, "application/json");
        context.Response.Close(body, willBlock: true);
    }
}
