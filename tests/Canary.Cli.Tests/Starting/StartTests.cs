using System.Net;
using System.Text.Json.Nodes;
using Amazon.Lambda;
using Amazon.Runtime;
using Canary.Cli.CommandLine;
using Canary.Cli.Tests.Commands;
using Canary.Cli.Tests.Fakes;
using Canary.Cli.Tests.Files;
using static Canary.Cli.Tests.Watching.Moments;

namespace Canary.Cli.Tests.Starting;

/// <summary><c>canary start</c>: what it is started as, and what it does at an alias that is held.</summary>
public class StartTests
{
    private const string Mark = "Held by Canary rollout " + FakeAws.Executions;

    private const string Input =
        """{"functionName":"orders","aliasName":"live","deploymentConfig":"AllAtOnce","by":"alice@example.com"}""";

    private static readonly string[] Line =
        ["start", "--function", "orders", "--alias", "live", "--deployment-config", "AllAtOnce", "--commit", "1f0c2d7"];

    private readonly FakeAws _aws = new();
    private readonly HastyTime _time = new(Start);

    [Fact]
    public async Task Start_AFreeAlias_StartsItByTheCallersName()
    {
        var typed = await RunAsync();

        Assert.Equal((ExitCode.Done, ""), (typed.Exit, typed.Error));
        Assert.StartsWith("Started orders:live as orders-1f0c2d7-1.", typed.Output, StringComparison.Ordinal);
        Assert.Contains("\"by\":\"alice@example.com\"", Assert.Single(_aws.Rollouts).Input, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_AFile_StartsWhatItSaysAndOptionsWin()
    {
        using var folder = new ScratchFolder();
        var path = folder.Write(
            "orders.rollout.json", """{"functionName":"orders","aliasName":"live","steps":[{"weight":10,"bakeSeconds":60}]}""");

        var typed = await Typed.RunAsync(_aws.Open, ["start", path, "--deployment-config", "AllAtOnce"], _time);

        Assert.Equal((ExitCode.Done, ""), (typed.Exit, typed.Error));
        Assert.Equal(Input, Assert.Single(_aws.Rollouts).Input);
    }

    [Fact]
    public async Task Start_AReasonAsLongAsACommitsMessage_IsOneLineOfIt()
    {
        var typed = await RunAsync("--reason", $"Fixes the cart\n\n  {new string('x', 400)}");

        Assert.Equal(ExitCode.Done, typed.Exit);
        var reason = JsonNode.Parse(Assert.Single(_aws.Rollouts).Input)!["reason"]!.GetValue<string>();
        Assert.StartsWith("Fixes the cart xxx", reason, StringComparison.Ordinal);
        Assert.Equal(300, reason.Length);
    }

    [Fact]
    public async Task Start_TheSameCommitAgain_IsTheNextAttempt()
    {
        await RunAsync();
        _aws.Rollouts[0].End(Promoted);

        Assert.Contains("orders-1f0c2d7-2", (await RunAsync()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_TheSameCommitWhileItRuns_IsNotTakenForTheFirstOne()
    {
        await RunAsync();
        await RunAsync();

        Assert.Equal(["orders-1f0c2d7-2", "orders-1f0c2d7-1"], _aws.Rollouts.Select(one => one.Arn[FakeAws.Executions.Length..]));
    }

    [Fact]
    public async Task Start_ANameThatIsTaken_SaysSo()
    {
        _aws.Rollouts.Add(FakeExecution.Of("mine").End(Promoted));

        var typed = await RunAsync("--name", "mine");

        Assert.Equal(ExitCode.Misused, typed.Exit);
        Assert.Contains("There is a rollout mine already", typed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_AHeldAlias_NamesTheHolderAndStartsNothing()
    {
        Hold("other");

        var typed = await RunAsync();

        Assert.Equal(ExitCode.Busy, typed.Exit);
        Assert.Contains("orders:live is held by the rollout other", typed.Error, StringComparison.Ordinal);
        Assert.Single(_aws.Rollouts);
    }

    [Fact]
    public async Task Start_IfBusyWait_StartsOnceTheOtherIsOver()
    {
        Hold("other");
        var looks = 0;
        _aws.Called = call =>
        {
            if (call != "GetAlias" || ++looks < 4) return;
            _aws.Description = "";
        };

        var typed = await RunAsync("--if-busy", "wait");

        Assert.Equal(ExitCode.Done, typed.Exit);
        Assert.Contains("held by other. Waiting until it is over", typed.Output, StringComparison.Ordinal);
        Assert.Equal(2, _aws.Rollouts.Count);
    }

    [Fact]
    public async Task Start_IfBusySupersede_AsksByAWordAndDoesNotStop()
    {
        Hold("other");
        _aws.Functions["canary-Control"] = asked =>
        {
            Assert.Contains("\"word\":\"abort\"", asked, StringComparison.Ordinal);
            _aws.Find(FakeAws.Executions + "other").End(RolledBack);
            _aws.Description = "";
            return """{"accepted":true,"message":"ok"}""";
        };

        var typed = await RunAsync("--if-busy", "supersede");

        Assert.Equal(ExitCode.Done, typed.Exit);
        Assert.Equal(2, _aws.Rollouts.Count);
        Assert.DoesNotContain(_aws.Calls, call => call.StartsWith("StopExecution", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_IfBusySupersedeAndNobodyTakesTheWord_Stops()
    {
        Hold("other");

        var typed = await RunAsync("--if-busy", "supersede");

        Assert.Equal(ExitCode.Done, typed.Exit);
        Assert.Contains("StopExecution Superseded", _aws.Calls);
        Assert.Equal("ABORTED", _aws.Find(FakeAws.Executions + "other").Status);
    }

    [Theory]
    [InlineData("TooManyRequestsException")]
    [InlineData("AccessDeniedException")]
    public async Task Start_IfBusySupersedeAndTheWordCannotBeSaid_Stops(string why)
    {
        Hold("other");
        _aws.Called = call =>
        {
            if (call.StartsWith("Invoke", StringComparison.Ordinal))
                _aws.Faults.Enqueue(new AmazonLambdaException("no", ErrorType.Sender, why, "", HttpStatusCode.BadRequest));
        };

        var typed = await RunAsync("--if-busy", "supersede");

        Assert.Equal(ExitCode.Done, typed.Exit);
        Assert.Single(_aws.Calls, call => call.StartsWith("Invoke", StringComparison.Ordinal));
        Assert.Contains("StopExecution Superseded", _aws.Calls);
    }

    [Fact]
    public async Task Start_AwsCannotBeAskedForAMinute_TriesOnAndSaysSo()
    {
        _aws.Called = call =>
        {
            if (IsStart(call) && _time.GetUtcNow() - Start < TimeSpan.FromMinutes(1))
                _aws.Faults.Enqueue(new HttpRequestException("No route to host"));
        };

        var typed = await RunAsync();

        Assert.Equal(ExitCode.Done, typed.Exit);
        Assert.Contains("No route to host. Trying on, to start orders-1f0c2d7-1", typed.Error, StringComparison.Ordinal);
        Assert.Single(_aws.Rollouts);
    }

    [Fact]
    public async Task Start_TheAnswerIsLostAndTheRolloutHasEnded_IsNotStartedTwice()
    {
        _aws.Called = call =>
        {
            if (!IsStart(call) || _aws.Rollouts.Count > 0) return;
            _aws.Rollouts.Add(new FakeExecution(FakeAws.Executions + "orders-1f0c2d7-1", Input).End(RolledBack));
            _aws.Faults.Enqueue(new HttpRequestException("Connection reset"));
        };

        var typed = await RunAsync("--wait");

        Assert.Equal(ExitCode.RolledBack, typed.Exit);
        Assert.Single(_aws.Rollouts);
    }

    [Fact]
    public async Task Start_AnInputThatCannotBeUsed_TellsAllFaultsAndAsksForNoRollout()
    {
        var typed = await Typed.RunAsync(
            _aws.Open, ["start", "--function", "or ders", "--alias", "live", "--deployment-config", "Sometimes"], _time);

        Assert.Equal(ExitCode.Misused, typed.Exit);
        Assert.Contains("or ders", typed.Error, StringComparison.Ordinal);
        Assert.Contains("Sometimes", typed.Error, StringComparison.Ordinal);
        Assert.Empty(_aws.Rollouts);
    }

    private static bool IsStart(string call) => call.StartsWith("StartExecution", StringComparison.Ordinal);

    private void Hold(string name)
    {
        _aws.Rollouts.Add(FakeExecution.Of(name));
        _aws.Description = Mark + name;
    }

    private Task<Typed> RunAsync(params string[] more) => Typed.RunAsync(_aws.Open, [.. Line, .. more], _time);
}
