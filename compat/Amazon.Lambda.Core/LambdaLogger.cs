namespace Amazon.Lambda.Core;

/// <summary>Writes to the function's log stream from where there is no <see cref="ILambdaContext"/>. Here that is the process's standard output.</summary>
public static class LambdaLogger
{
    public static void Log(string message) => Console.WriteLine(message);

    public static void Log(string level, string message, params object?[] args) => Console.WriteLine($"{level}: {message}{Quote(args)}");

    public static void Log(LogLevel level, string message, params object?[] args) => Log(level.ToString(), message, args);

    public static void Log(string level, Exception exception, string message, params object?[] args)
    {
        Log(level, message, args);
        Console.WriteLine(exception);
    }

    public static void Log(LogLevel level, Exception exception, string message, params object?[] args) => Log(level.ToString(), exception, message, args);

    private static string Quote(object?[] args) => args is { Length: > 0 } ? " Arguments:" + string.Concat(args.Select(arg => $" \"{arg}\"")) : "";
}
