using Amazon.Runtime;
using Amazon.StepFunctions;
using Canary.Cli.CommandLine;
using Canary.Cli.Tests.Commands;
using Canary.Cli.Tests.Fakes;
using Canary.Local.Faults;

namespace Canary.Cli.Tests.Cockpit;

/// <summary>From "something is wrong" to the alias back, in one command.</summary>
public sealed class AbortTests : IAsyncDisposable
{
    private const string Steps = """ "steps": [{ "weight": 10, "bakeSeconds": 600 }] """;

    private const string Hook = """{ "functionName": "canary-hook-x", "waitForCallback": true } }""";

    private readonly Stage _stage = new();

    [Theory]
    [InlineData(16)]
    [InlineData(31)]
    [InlineData(47)]
    [InlineData(62)]
    [InlineData(100)]
    public async Task Abort_AtAnyMomentOfABake_HasTheAliasBackWithinAnIntervalAndTenSeconds(int seconds)
    {
        var execution = _stage.Start("one", Steps);
        await _stage.PassAsync(seconds);
        var began = _stage.Clock.GetUtcNow();

        var typed = await _stage.TypeAsync("abort", Stage.Title, "--reason", "errors in the cart");

        Assert.Equal((ExitCode.Done, "1"), (typed.Exit, await _stage.AliasAsync()));
        Assert.Contains("orders:live is back at version 1, with all traffic, after ", typed.Output, StringComparison.Ordinal);
        Assert.InRange((_stage.Clock.GetUtcNow() - began).TotalSeconds, 0, 15 + 10);
        var shown = await _stage.TypeAsync("show", execution);
        Assert.Contains("alice aborted it: errors in the cart", shown.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "steps": [{ "weight": 10, "bakeSeconds": 5, "approvalSeconds": 900 }] """, 30)]
    [InlineData(""" "steps": [{ "weight": 10, "bakeSeconds": 600 }] """, 0)]
    [InlineData(""" "steps": [{ "weight": 10, "bakeSeconds": 600 }] """, 1)]
    [InlineData(""" "deploymentConfig": "AllAtOnce", "bakeAfterPromotionSeconds": 600 """, 30)]
    [InlineData(""" "deploymentConfig": "AllAtOnce", "hooks": { "beforeAllowTraffic": """ + Hook, 30)]
    [InlineData(""" "deploymentConfig": "AllAtOnce", "hooks": { "afterAllowTraffic": """ + Hook, 30)]
    public async Task Abort_WhereverTheRolloutIs_HasTheAliasBackWithinAnIntervalAndTenSeconds(string more, int seconds)
    {
        _stage.Canary.AddFunction("canary-hook-x", "live");
        foreach (var interval in (int[])[5, 15, 60])
        {
            _stage.Change($"{interval}");
            _stage.Start($"every-{interval}", $"\"checkIntervalSeconds\": {interval}, {more}");
            await _stage.PassAsync(seconds);
            var began = _stage.Clock.GetUtcNow();

            var typed = await _stage.TypeAsync("abort", Stage.Title, "--reason", "5xx");

            Assert.Equal((ExitCode.Done, "1"), (typed.Exit, await _stage.AliasAsync()));
            Assert.InRange((_stage.Clock.GetUtcNow() - began).TotalSeconds, 0, interval + 10);
            await _stage.PassAsync(5);
        }
    }

    [Fact]
    public async Task Abort_Now_StopsTheExecutionAndWaitsForTheAlias()
    {
        var execution = _stage.Start("one", Steps);
        await _stage.PassAsync(40);

        var typed = await _stage.TypeAsync("abort", "one", "--now", "--reason", "errors in the cart");

        Assert.Equal((ExitCode.Done, "1"), (typed.Exit, await _stage.AliasAsync()));
        var shown = await _stage.TypeAsync("show", execution);
        Assert.Contains("✘ orders:live, 1 → 2: stopped", shown.Output, StringComparison.Ordinal);
        Assert.Contains("Aborted: alice aborted it: errors in the cart", shown.Output, StringComparison.Ordinal);
        Assert.Contains("live is at version 1 now, and no rollout holds it", shown.Output, StringComparison.Ordinal);
        Assert.Matches("step 1 +✘ 10 % for [0-9]+ min, 09:[0-9:]+ to 09:[0-9:]+,", shown.Output);
        Assert.Contains("Started by bob.", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Abort_TheLambdaThatTakesWordsIsGone_StopsTheExecution()
    {
        _stage.Start("one", Steps);
        await _stage.PassAsync(40);
        _stage.Canary.Aws.Lambda.DeleteFunction("canary-Control");

        var typed = await _stage.TypeAsync("abort", Stage.Title);

        Assert.Equal((ExitCode.Done, "1"), (typed.Exit, await _stage.AliasAsync()));
        Assert.Contains("There is no function canary-Control", typed.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FaultKind.AccessDenied, "You may not do this")]
    [InlineData(FaultKind.Throttle, "AWS takes no more calls of this kind")]
    [InlineData(FaultKind.ConnectionRefused, "AWS did not answer")]
    public async Task Abort_TheWordCannotBeSaid_StopsTheExecutionAtOnce(FaultKind kind, string why)
    {
        _stage.Start("one", Steps);
        await _stage.PassAsync(40);
        _stage.Canary.Aws.Faults.Add(new Fault("lambda", "Invoke", kind));
        var began = _stage.Clock.GetUtcNow();

        var typed = await _stage.TypeAsync("abort", Stage.Title);

        Assert.Equal((ExitCode.Done, "1"), (typed.Exit, await _stage.AliasAsync()));
        Assert.Contains(why, typed.Error, StringComparison.Ordinal);
        Assert.InRange((_stage.Clock.GetUtcNow() - began).TotalSeconds, 0, 10);
    }

    [Theory]
    [InlineData]
    [InlineData("--now")]
    public async Task Abort_TheHistoryMayNotBeRead_StopsTheExecutionAndSaysWhereTheAliasIs(params string[] more)
    {
        var aws = new FakeAws { Description = $"Held by Canary rollout {FakeAws.Executions}one" };
        aws.Rollouts.Add(FakeExecution.Of("one"));
        aws.Called = call =>
        {
            if (call == "GetExecutionHistory") throw new AmazonStepFunctionsException(
                "not authorized", ErrorType.Sender, "AccessDeniedException", "", default);
        };

        var typed = await Typed.RunAsync(aws.Open, ["abort", Stage.Title, .. more], new HastyTime(Stage.Began));

        Assert.Contains("StopExecution Aborted", aws.Calls);
        Assert.Equal(ExitCode.Done, typed.Exit);
        Assert.Contains("You may not do this", typed.Error, StringComparison.Ordinal);
        Assert.Contains("orders:live is at version 1, with all traffic, after ", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Abort_OneThatWasStoppedAndIsNotBackYet_WaitsUntilItIs()
    {
        var execution = _stage.Start("one", Steps);
        await _stage.PassAsync(40);
        _stage.Canary.Aws.StepFunctions.StopExecution(execution, null, null);

        var typed = await _stage.TypeAsync("abort", Stage.Title);

        Assert.Equal((ExitCode.Done, "1"), (typed.Exit, await _stage.AliasAsync()));
        Assert.Contains(
            "one has ended as ABORTED, and orders:live has not been given back yet", typed.Output, StringComparison.Ordinal);
        Assert.Contains("orders:live is back at version 1, with all traffic", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Abort_ALongReasonOfEmoji_CutsNoneInHalf()
    {
        _stage.Start("one", Steps);
        await _stage.PassAsync(40);

        // Each takes two of the 1,000 characters, and the words before them an odd number.
        var reason = string.Concat(Enumerable.Repeat("🐤", 600));
        var typed = await _stage.TypeAsync("abort", Stage.Title, "--now", "--by", "al", "--reason", reason);

        Assert.Equal((ExitCode.Done, "1"), (typed.Exit, await _stage.AliasAsync()));
    }

    [Fact]
    public async Task Abort_WhatWasPromoted_IsRefusedAndNamesUndo()
    {
        await _stage.EndAsync(_stage.Start("one"));

        var typed = await _stage.TypeAsync("abort", Stage.Title);

        Assert.Equal((ExitCode.Misused, "2"), (typed.Exit, await _stage.AliasAsync()));
        Assert.Contains("There is nothing to abort: Promoted orders:live", typed.Error, StringComparison.Ordinal);
        Assert.Contains("canary undo orders:live", typed.Error, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _stage.DisposeAsync();
}
