using System.Globalization;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Writes lines as the .NET runtimes of Lambda do: time, request, level and message between tabs. AWS_LAMBDA_LOG_LEVEL drops what matters less.</summary>
internal sealed class LambdaConsoleLogger(string awsRequestId, TextWriter output, TimeProvider time) : ILambdaLogger
{
    private static readonly LogLevel Least =
        Enum.TryParse<LogLevel>(Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_LEVEL") ?? Environment.GetEnvironmentVariable("AWS_LAMBDA_HANDLER_LOG_LEVEL"), true, out var level)
            ? level
            : LogLevel.Information;

    public void Log(string message) => output.Write(message);

    public void LogLine(string message) => Write(nameof(LogLevel.Information), message, null);

    public void Log(string level, string message) => Write(level, message, null);

    public void Log(string level, string message, params object?[] args) => Write(level, MessageTemplate.Fill(message, args), null);

    public void Log(string level, Exception exception, string message, params object?[] args) => Write(level, MessageTemplate.Fill(message, args), exception);

    private void Write(string level, string message, Exception? exception)
    {
        LogLevel? known = Enum.TryParse<LogLevel>(level, true, out var parsed) ? parsed : null;
        if (known < Least) return;
        var moment = time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var label = known switch
        {
            LogLevel.Trace => "trce",
            LogLevel.Debug => "dbug",
            LogLevel.Information => "info",
            LogLevel.Warning => "warn",
            LogLevel.Error => "fail",
            LogLevel.Critical => "crit",
            _ => level,
        };
        var text = exception is null ? message : message.Length == 0 ? exception.ToString() : $"{message}\n{exception}";
        output.WriteLine($"{moment}\t{awsRequestId}\t{label}\t{text}");
    }
}
