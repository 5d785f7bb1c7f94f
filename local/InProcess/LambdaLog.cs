using Amazon.Lambda.Core;

namespace Canary.InProcess;

/// <summary>A log that keeps what it is told.</summary>
internal sealed class LambdaLog : ILambdaLogger
{
    private readonly List<string> _lines = [];

    public void Log(string message) => _lines.Add(message);

    public void LogLine(string message) => _lines.Add(message);

    public void Log(string level, string message, params object?[] args) => _lines.Add($"{level}: {message}");

    public void Log(string level, Exception exception, string message, params object?[] args) =>
        _lines.Add($"{level}: {message} {exception.Message}");

    public override string ToString() => string.Join('\n', _lines);
}
