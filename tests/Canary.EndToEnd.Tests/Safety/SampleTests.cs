using Amazon.Lambda.Model;
using Amazon.StepFunctions.Model;
using Canary.EndToEnd.Tests.Safety.Plays;
using Canary.EndToEnd.Tests.Safety.Worlds;
using Canary.EndToEnd.Tests.Stage;
using FsCheck.Fluent;

namespace Canary.EndToEnd.Tests.Safety;

/// <summary>What the property plays inside the process is what the real processes do: a sample is played in both.</summary>
[Collection(nameof(Laptop))]
public class SampleTests(Laptop laptop)
{
    private const int Count = 8;

    [Fact]
    public async Task ASample_WithRealProcesses_EndsAsInsideTheProcess()
    {
        foreach (var script in Scripts.Plain.Sample(20, Count))
        {
            var expected = await Play.RunAsync(script);
            var (status, error, alias, described) = await PlayAsync(script);

            var last = expected.Last.Alias;
            var first = expected.Rollouts[0].Execution;
            Assert.Equal(
                (script, first.Status.ToString().ToUpperInvariant(), first.Error, last.State.Version == World.Candidate
                    ? "2"
                    : "1", last.Description),
                (script, status, error, alias, described));
        }
    }

    private async Task<(string Status, string? Error, string Alias, string Description)> PlayAsync(Script script)
    {
        var target = await laptop.NewTargetAsync();
        await laptop.Lambda.UpdateAliasAsync(
            new UpdateAliasRequest { FunctionName = target.Name, Name = World.Alias, Description = World.Description });
        var alarm = await laptop.NewAlarmAsync($"{target.Name}-sample");
        var input = script.Input(function: target.Name, alarm: alarm);
        var faults = script.Faults.Select(laptop.Aws.Faults.Add).ToList();
        var execution = await laptop.StartAsync(input);
        var second = execution;
        foreach (var act in script.Acts)
        {
            await laptop.PassAsync(TimeSpan.FromSeconds(act.At.Second));
            second = await DoAsync(act.Deed, target, execution, input) ?? second;
        }
        var ended = await laptop.EndAsync(execution);
        await laptop.EndAsync(second);
        await laptop.PassAsync(TimeSpan.FromMinutes(6));
        faults.ForEach(fault => fault.Dispose());
        var alias = await laptop.Lambda.GetAliasAsync(new GetAliasRequest { FunctionName = target.Name, Name = World.Alias });
        return (ended.Execution.Status.Value, ended.Execution.Error, await target.AliasAsync(), alias.Description);
    }

    private async Task<string?> DoAsync(Deed deed, Target target, string execution, string input)
    {
        switch (deed)
        {
            case Deed.Stop:
                await laptop.StepFunctions.StopExecutionAsync(
                    new StopExecutionRequest { ExecutionArn = execution, Error = "Operator", Cause = "a test" });
                return null;
            case Deed.SetStable:
                await target.SetAliasAsync("1");
                return null;
            case Deed.Describe:
                await laptop.Lambda.UpdateAliasAsync(
                    new UpdateAliasRequest { FunctionName = target.Name, Name = World.Alias, Description = "theirs" });
                return null;
            default:
                return await laptop.StartAsync(input);
        }
    }
}
