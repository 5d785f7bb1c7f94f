using System.Globalization;
using System.Text;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.TestUtilities;

/// <summary>Keeps what is logged, and writes it to the console too. The places of a message stay unfilled: its arguments follow, one a line.</summary>
public class TestLambdaLogger : ILambdaLogger
{
    public StringBuilder Buffer { get; } = new();

    public void Log(string message)
    {
        Buffer.Append(message);
        Console.Write(message);
    }

    public void LogLine(string message)
    {
        Buffer.AppendLine(message);
        Console.WriteLine(message);
    }

    public void Log(string level, string message) => LogLine($"{level}: {message}");

    public void Log(string level, string message, params object?[] args) => LogLine(Format(level, message, args).ToString());

    public void Log(string level, Exception exception, string message, params object?[] args)
    {
        var text = Format(level, message, args);
        if (exception is not null) text.AppendLine().AppendLine(exception.ToString());
        LogLine(text.ToString());
    }

    private static StringBuilder Format(string level, string message, object?[]? args)
    {
        var text = new StringBuilder($"{level}: {message}");
        if (args is not { Length: > 0 }) return text;
        text.AppendLine();
        foreach (var arg in args) text.AppendLine(CultureInfo.InvariantCulture, $"\t{arg}");
        return text;
    }
}
