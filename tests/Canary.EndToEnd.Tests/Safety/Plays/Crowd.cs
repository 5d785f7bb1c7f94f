using Canary.Local.Wire;

namespace Canary.EndToEnd.Tests.Safety.Plays;

/// <summary>Others in the account, who use up what AWS gives it, for a while.</summary>
/// <param name="Share">Of what.</param>
/// <param name="Second">From which second of the script on.</param>
/// <param name="Seconds">For how long.</param>
/// <param name="Left">At how many of a hundred moments they leave something.</param>
internal sealed record Crowd(Share Share, int Second, int Seconds, int Left)
{
    /// <summary>One call for each quota. It is none that a script's faults name.</summary>
    public IReadOnlyList<ApiCall> Calls => Share switch
    {
        Share.ControlPlane => [new("lambda", "ListAliases")],
        Share.Functions => [new("lambda", "GetFunction")],
        Share.Alarms => [new("cloudwatch", "DescribeAlarms")],
        Share.Metrics => [new("cloudwatch", "GetMetricData")],
        Share.Executions =>
        [
            new("states", "DescribeExecution"), new("states", "GetExecutionHistory"), new("states", "ListExecutions"),
        ],
        Share.Concurrency => [],
        _ =>
        [
            .. Enum.GetValues<Share>().Where(share => share != Share.All)
                .SelectMany(share => (this with { Share = share }).Calls),
        ],
    };

    public bool TakesConcurrency => Share is Share.Concurrency or Share.All;

    public override string ToString() => $"a crowd takes {Share} from second {Second} on, for {Seconds} s, "
        + (Left == 0 ? "and leaves nothing" : $"and leaves something at {Left} of 100 moments");
}
