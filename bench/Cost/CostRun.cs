using System.Text;
using Canary.Bench.Scale;
using Canary.InProcess;
using Canary.Local;
using Canary.Local.Clocks;
using Canary.Local.StepFunctions.Model;
using Canary.Statistics;

namespace Canary.Bench.Cost;

/// <summary>Plays a healthy rollout on the embedded AWS, in virtual time, and counts what it uses.</summary>
internal static class CostRun
{
    // A minute's requests: enough for a verdict.
    private const int Requests = 600;

    /// <param name="plan">Members of the input, as JSON without its braces.</param>
    public static async Task<Spent> PlayAsync(string plan)
    {
        var clock = new VirtualClock(new DateTimeOffset(2026, 1, 1, 9, 0, 7, TimeSpan.Zero));
        await using var canary = InProcessCanary.Create(clock, new LocalAwsOptions { Jitter = new Random(1) });
        var aws = canary.Aws;
        var release = new Released(0, Fate.Good);
        canary.AddFunction(release.Function, Account.Alias);
        canary.AddAlarm(release.Function);
        var (metrics, alarms, events, invocations, bytes) = (0, 0, 0, 0, 0L);
        aws.CloudWatch.MetricsRead += count => metrics += count;
        aws.Lambda.AliasChanged += alias => release.Sees(alias.Weights?.Values.Single() ?? 0, false, clock.GetUtcNow());
        aws.FrontDoor.Called = (call, _) =>
        {
            if (call.Operation == "DescribeAlarms") alarms++;
            if (call.Operation == "PutEvents") events++;
        };
        canary.Lambdas.Told = (lambda, _, log) =>
        {
            // The sweep runs whether there are rollouts or not.
            if (lambda == "RestoreAlias") return;
            invocations++;
            bytes += Assumed.BytesOfInvocation
                + log.Split('\n').Sum(line => Assumed.BytesOfLine + Encoding.UTF8.GetByteCount(line));
        };

        var end = await RunAsync(aws, clock, release, canary.StateMachine, plan);

        if (end.Status != ExecutionStatus.Succeeded) throw new InvalidOperationException($"{plan}: {end.Cause}");
        bytes += (long)Assumed.BytesOfEvent * aws.StepFunctions.GetExecutionHistory(end.ExecutionArn).Count;
        return new(end.Transitions, metrics, alarms, invocations, bytes, events);
    }

    private static async Task<ExecutionDescription> RunAsync(
        LocalAws aws, VirtualClock clock, Released release, string stateMachine, string plan)
    {
        var minute = clock.GetUtcNow();
        minute = minute.AddSeconds(-minute.Second);
        for (var before = 1; before <= Calibration.HistoryMinutes; before++)
            MinuteOfTraffic.Put(aws, release, minute.AddMinutes(-before), Requests);
        var execution = aws.StepFunctions.StartExecution(
            stateMachine,
            null,
            $$"""{ "functionName": "{{release.Function}}", "aliasName": "{{Account.Alias}}", {{plan}} }""").ExecutionArn;
        var end = aws.StepFunctions.WhenEndedAsync(execution);
        for (; !end.IsCompleted; minute = minute.AddMinutes(1))
        {
            await clock.RunUntilAsync(minute.AddSeconds(59));
            MinuteOfTraffic.Put(aws, release, minute, Requests);
        }
        return await end;
    }
}
