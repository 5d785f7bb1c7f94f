namespace Canary.Cli.Screens;

/// <summary>
/// What AWS asks, in dollars, in US East and the Regions like it: the first tiers of Step Functions' and of CloudWatch's
/// price page.
/// </summary>
internal static class Prices
{
    /// <summary>Step Functions Standard, for a state transition.</summary>
    public const decimal Transition = 0.025m / 1_000;

    /// <summary>GetMetricData, for each metric that is asked for.</summary>
    public const decimal Metric = 0.01m / 1_000;

    /// <summary>Any other call of CloudWatch's API.</summary>
    public const decimal Call = 0.01m / 1_000;
}
