using Amazon.CloudWatch.Model;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.StepFunctions.Model;
using Canary.Cli.Aws;

namespace Canary.Cli.Doctor;

/// <summary>
/// Looks what the caller may do, by calls that change nothing: of what does not exist, of what cannot be, and dry runs.
/// </summary>
internal sealed class PermissionExam(AwsAccess aws, Stack stack, TimeProvider time)
{
    private const string About = "permissions";

    /// <summary>No execution has this name.</summary>
    private readonly string _nothing = stack.ExecutionArn($"doctor-{Guid.NewGuid():N}");

    public async Task<Symptom> LookAsync(CancellationToken cancellationToken)
    {
        var missing = new List<string>();
        foreach (var (action, verbs, call) in Calls(cancellationToken))
        {
            if (await IsDeniedAsync(call)) missing.Add($"{action} (for {verbs})");
        }
        return missing.Count == 0
            ? Symptom.Good(About, "you may start, watch, steer, approve and stop rollouts.")
            : Symptom.Doubtful(About, $"you lack {string.Join("; ", missing)}.");
    }

    private IEnumerable<(string Action, string Verbs, Func<Task> Call)> Calls(CancellationToken cancellationToken)
    {
        yield return ("states:ListExecutions", "list, history and function:alias", () => aws.StepFunctions.ListExecutionsAsync(
            new ListExecutionsRequest { StateMachineArn = stack.StateMachineArn, MaxResults = 1 }, cancellationToken));
        yield return ("states:DescribeExecution", "all that names a rollout", () => aws.StepFunctions.DescribeExecutionAsync(
            new DescribeExecutionRequest { ExecutionArn = _nothing }, cancellationToken));
        yield return ("states:GetExecutionHistory", "watch, status and show", () => aws.StepFunctions.GetExecutionHistoryAsync(
            new GetExecutionHistoryRequest { ExecutionArn = _nothing, MaxResults = 1 }, cancellationToken));
        // No JSON: refused before it is started, but after the permission was looked at.
        yield return ("states:StartExecution", "start, undo and retry", () => aws.StepFunctions.StartExecutionAsync(
            new StartExecutionRequest { StateMachineArn = stack.StartArn, Input = "{" }, cancellationToken));
        yield return ("states:StopExecution", "abort", () => aws.StepFunctions.StopExecutionAsync(
            new StopExecutionRequest { ExecutionArn = _nothing }, cancellationToken));
        yield return ("cloudwatch:DescribeAlarms", "watch and undo", () => aws.CloudWatch.DescribeAlarmsAsync(
            new DescribeAlarmsRequest { AlarmNames = [$"{stack.Name}-SweepMissing"] }, cancellationToken));
        yield return ("cloudwatch:GetMetricData", "the traffic that watch shows", () => aws.CloudWatch.GetMetricDataAsync(
            Minute(), cancellationToken));
        yield return Invoke(stack.ControlFunction, "pause, resume, skip, promote and abort", cancellationToken);
        yield return Invoke(stack.ApproveFunction, "approve and reject", cancellationToken);
        yield return Invoke(stack.PlanFunction, "plan", cancellationToken);
    }

    // Costs as much as one metric that watch reads.
    private GetMetricDataRequest Minute() => new()
    {
        StartTime = time.GetUtcNow().UtcDateTime.AddMinutes(-1),
        EndTime = time.GetUtcNow().UtcDateTime,
        MetricDataQueries =
        [
            new()
            {
                Id = "minute",
                MetricStat = new()
                {
                    Metric = new() { Namespace = "AWS/Lambda", MetricName = "Invocations" },
                    Period = 60,
                    Stat = "Sum",
                },
            },
        ],
    };

    private (string Action, string Verbs, Func<Task> Call) Invoke(
        string function, string verbs, CancellationToken cancellationToken) =>
        ($"lambda:InvokeFunction on {function}", verbs, () => aws.Lambda.InvokeAsync(
            new InvokeRequest { FunctionName = function, InvocationType = InvocationType.DryRun }, cancellationToken));

    private static async Task<bool> IsDeniedAsync(Func<Task> call)
    {
        try
        {
            await call();
            return false;
        }
        catch (Exception fault) when (AwsFaults.IsAws(fault) && !AwsFaults.IsPassing(fault))
        {
            return AwsFaults.IsDenied(fault);
        }
    }
}
