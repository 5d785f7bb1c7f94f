using System.ComponentModel;
using System.Diagnostics;

namespace Canary.Bench.ColdStart;

/// <summary>Starts a Lambda's process, as Lambda does at a cold start, and measures it.</summary>
internal static class OneStart
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <exception cref="ColdStartFault">It did not answer as it should.</exception>
    public static async Task<Start> MeasureAsync(Starter starter, Endpoint endpoint)
    {
        var expected = endpoint.Expect();
        var began = TimeProvider.System.GetTimestamp();
        using var process = Begin(starter, endpoint.Address);
        try
        {
            await Task.WhenAny(expected, process.WaitForExitAsync(), Task.Delay(Patience, TimeProvider.System));
            if (!expected.IsCompleted) throw Fault(starter, process, "gave no answer");
            var answer = await expected;
            // It waits for its next event by now.
            process.Refresh();
            var peak = process.PeakWorkingSet64;
            if (answer.IsError) throw Fault(starter, process, $"failed: {answer.Body}");
            if (answer.AwsCalls != 1) throw Fault(starter, process, $"made {answer.AwsCalls} calls of AWS instead of 1");
            if (!answer.Body.Contains("\"candidateVersion\":\"2\"", StringComparison.Ordinal))
                throw Fault(starter, process, $"answered {answer.Body}");
            return new Start(TimeProvider.System.GetElapsedTime(began, answer.At), peak);
        }
        finally
        {
            Kill(process);
        }
    }

    private static Process Begin(Starter starter, string address)
    {
        var start = new ProcessStartInfo(starter.File, starter.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["ANNOTATIONS_HANDLER"] = "PublishVersion";
        start.Environment["AWS_ACCESS_KEY_ID"] = start.Environment["AWS_SECRET_ACCESS_KEY"] = "bench";
        start.Environment["AWS_REGION"] = start.Environment["AWS_DEFAULT_REGION"] = "us-east-1";
        start.Environment["AWS_ENDPOINT_URL"] = $"http://{address}";
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = address;
        start.Environment["AWS_LAMBDA_FUNCTION_NAME"] = "canary-PublishVersion";
        start.Environment["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST";
        start.Environment["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "512";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception fault)
        {
            throw new ColdStartFault($"{starter.Name}: {fault.Message}");
        }
    }

    private static ColdStartFault Fault(Starter starter, Process process, string what)
    {
        Kill(process);
        var said = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        var hint = starter.Name == Starter.PythonName ? " It needs python3 with boto3: see tests/judges/requirements.txt." : "";
        return new ColdStartFault($"{starter.Name} {what}.{hint} It wrote:\n{said}");
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }
}
