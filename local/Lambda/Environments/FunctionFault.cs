using System.Globalization;
using System.Text.Json;

namespace Canary.Local.Lambda.Environments;

/// <summary>The error documents that Lambda itself writes when the runtime cannot.</summary>
internal static class FunctionFault
{
    private const int ResponseLimit = 6_291_556;

    public static byte[] TimedOut(string requestId, int seconds) =>
        Document(
            "Sandbox.Timedout",
            string.Create(
                CultureInfo.InvariantCulture, $"RequestId: {requestId} Error: Task timed out after {seconds:0.00} seconds"));

    /// <summary>The process ended. From 128 on the exit code stands for a signal, as shells and .NET count it.</summary>
    public static byte[] Exited(string requestId, int exitCode) =>
        Document("Runtime.ExitError", $"RequestId: {requestId} Error: Runtime exited {Ending(exitCode)}");

    public static byte[] NoEntrypoint(string requestId, string path) =>
        Document("Runtime.InvalidEntrypoint", $"RequestId: {requestId} Error: Couldn't find valid bootstrap(s): [{path}]");

    /// <summary>The answer to a response that is larger than Lambda carries, else null.</summary>
    public static byte[]? TooLarge(int size) => size <= ResponseLimit
        ? null
        : Document(
            "Function.ResponseSizeTooLarge",
            $"Response payload size exceeded maximum allowed payload size ({ResponseLimit} bytes).");

    private static byte[] Document(string errorType, string errorMessage) =>
        JsonSerializer.SerializeToUtf8Bytes(new { errorType, errorMessage }, JsonSerializerOptions.Web);

    private static string Ending(int exitCode) => exitCode switch
    {
        0 => "without providing a reason",
        134 => "with error: signal: aborted",
        137 => "with error: signal: killed",
        139 => "with error: signal: segmentation fault",
        143 => "with error: signal: terminated",
        _ => $"with error: exit status {exitCode}",
    };
}
