using Amazon.Lambda.Core;

namespace Canary.EndToEnd.Tests.Safety;

/// <summary>A log that nobody reads: ten thousand rollouts would fill many a screen.</summary>
internal sealed class Silence : ILambdaLogger
{
    public static Silence Instance { get; } = new();

    public void Log(string message)
    {
    }

    public void LogLine(string message)
    {
    }

    public void Log(string level, string message, params object?[] args)
    {
    }

    public void Log(string level, Exception exception, string message, params object?[] args)
    {
    }
}
