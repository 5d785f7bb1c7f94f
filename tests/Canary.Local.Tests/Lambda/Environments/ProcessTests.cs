using System.Text;
using System.Text.Json;
using Canary.Local.Clocks;
using Canary.Local.Lambda;
using Canary.Local.Lambda.Model;
using Canary.Local.Wire;

namespace Canary.Local.Tests.Lambda.Environments;

/// <summary>The sample function as a real process on the real Runtime API.</summary>
public class ProcessTests
{
    private readonly RecordingSink _metrics = new();

    [Fact]
    public async Task Invoke_Sample_AnswersWithItsVersion()
    {
        await using var lambda = Create([]);
        lambda.PublishVersion("sample");
        var result = await lambda.InvokeAsync("sample", "1", "{\"name\":\"Ada\"}"u8.ToArray());
        Assert.Null(result.FunctionError);
        Assert.Equal("{\"version\":\"1\",\"greeting\":\"Hello, Ada!\"}", Encoding.UTF8.GetString(result.Payload.Span));
        Assert.Contains($"REPORT RequestId: {result.RequestId}\tDuration: ", result.LogTail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invoke_ErrorRate_FailsThatShareWithItsException()
    {
        await using var lambda = Create(new() { ["ERROR_RATE"] = "0.2" });
        var failures = new List<string>();
        for (var i = 0; i < 10; i++)
        {
            var result = await lambda.InvokeAsync("sample", null, default);
            if (result.FunctionError is "Unhandled") failures.Add($"{i} {Error(result).Type}");
        }
        Assert.Equal(["4 GreetingFailedException", "9 GreetingFailedException"], failures);
        Assert.Equal(
            (10, 2), (_metrics.Sum("Invocations", "FunctionName=sample"), _metrics.Sum("Errors", "FunctionName=sample")));
    }

    [Fact]
    public async Task Invoke_Crash_IsAnExitErrorAndTheNextInvocationGetsANewProcess()
    {
        await using var lambda = Create(new() { ["CRASH"] = "true" });
        for (var i = 0; i < 2; i++)
        {
            var result = await lambda.InvokeAsync("sample", null, default);
            Assert.Equal("Unhandled", result.FunctionError);
            Assert.Equal(
                ("Runtime.ExitError", $"RequestId: {result.RequestId} Error: Runtime exited with error: exit status 3"),
                Error(result));
        }
    }

    [Fact]
    public async Task Invoke_LongerThanItsTimeout_IsCutOff()
    {
        await using var lambda = Create(new() { ["LATENCY_MS"] = "600000" }, timeoutSeconds: 1);
        var result = await lambda.InvokeAsync("sample", null, default);
        Assert.Equal(
            ("Sandbox.Timedout", $"RequestId: {result.RequestId} Error: Task timed out after 1.00 seconds"), Error(result));
        lambda.UpdateFunctionConfiguration(
            "sample", definition => definition with { Environment = new Dictionary<string, string>(), TimeoutSeconds = 60 });
        Assert.Null((await lambda.InvokeAsync("sample", null, default)).FunctionError);
    }

    [Fact]
    public async Task Invoke_SettingThatMeansNothing_IsTheInitializationsError()
    {
        await using var lambda = Create(new() { ["ERROR_RATE"] = "often" });
        var result = await lambda.InvokeAsync("sample", null, default);
        Assert.Equal(("FormatException", "ERROR_RATE is 'often': give a number from 0 to 1, such as 0.2."), Error(result));
        Assert.Contains("FormatException", result.LogTail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invoke_AtTheSameTime_RunsSideBySide()
    {
        await using var lambda = Create(new() { ["LATENCY_MS"] = "100" });
        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => lambda.InvokeAsync("sample", null, default)));
        Assert.All(results, result => Assert.Null(result.FunctionError));
        Assert.Equal(3, _metrics.Observations.Where(seen => seen.Name == "ConcurrentExecutions").Max(seen => seen.Value));
    }

    [Fact]
    public async Task Invoke_AssemblyThatIsNotThere_SaysWhereItWasSought()
    {
        await using var lambda = Create([], handler: "Nothing.There");
        var (type, message) = Error(await lambda.InvokeAsync("sample", null, default));
        Assert.Equal("Runtime.InvalidEntrypoint", type);
        Assert.Contains("Nothing.There.dll", message, StringComparison.Ordinal);
    }

    /// <summary>A script has to do for a native file: neither is an assembly.</summary>
    [Fact]
    public async Task Invoke_FileOfTheHandlersNameAndNoAssembly_RunsItAsItIs()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "It knows no such scripts.");
        var folder = Directory.CreateTempSubdirectory("canary-native-");
        try
        {
            var file = Path.Combine(folder.FullName, "Native");
            File.WriteAllText(file, $"#!/bin/sh\nexec dotnet {Path.Combine(SampleCode.Directory, "Canary.Sample.dll")}\n");
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            await using var lambda = Create([], handler: "Native", code: folder.FullName);

            var result = await lambda.InvokeAsync("sample", null, "{\"name\":\"Ada\"}"u8.ToArray());

            Assert.Null(result.FunctionError);
            Assert.Contains("Hello, Ada!", Encoding.UTF8.GetString(result.Payload.Span), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (string? Type, string? Message) Error(InvocationResult result)
    {
        using var document = JsonDocument.Parse(result.Payload);
        return (
            document.RootElement.GetProperty("errorType").GetString(),
            document.RootElement.GetProperty("errorMessage").GetString());
    }

    private LambdaService Create(
        Dictionary<string, string> environment, string handler = "Canary.Sample", int timeoutSeconds = 60, string? code = null)
    {
        var lambda = new LambdaService(new RealClock(), new AwsAccount(), _metrics);
        lambda.CreateFunction(new FunctionDefinition("sample", "dotnet10", handler, code ?? SampleCode.Directory)
        {
            Role = LambdaFixture.Role,
            Environment = environment,
            TimeoutSeconds = timeoutSeconds,
        });
        return lambda;
    }
}
