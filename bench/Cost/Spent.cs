namespace Canary.Bench.Cost;

/// <summary>What one rollout used.</summary>
/// <param name="Transitions">State transitions.</param>
/// <param name="MetricsRead">Metrics that GetMetricData was asked for.</param>
/// <param name="AlarmsRead">Calls of DescribeAlarms.</param>
/// <param name="Invocations">Of Lambdas.</param>
/// <param name="LogBytes">What they, Lambda and Step Functions log.</param>
/// <param name="Events">That were put on the bus.</param>
internal sealed record Spent(int Transitions, int MetricsRead, int AlarmsRead, int Invocations, long LogBytes, int Events)
{
    /// <summary>The memory of each Lambda, as template.yaml has it.</summary>
    public const double Gigabytes = 0.5;

    public double OfTransitions => Transitions * Prices.Transition;

    public double OfMetrics => MetricsRead * Prices.MetricRead;

    public double OfAlarms => AlarmsRead * Prices.AlarmsRead;

    public double OfLambda =>
        Invocations * (Prices.Invocation + Gigabytes * Assumed.InvocationSeconds * Prices.GigabyteSecond);

    public double OfLogs => LogBytes / 1e9 * Prices.LoggedGigabyte;

    /// <summary>Events, and one trace.</summary>
    public double OfEvents => Events * Prices.Event + Prices.Trace;

    public static double OfMetricsWritten => Assumed.MetricsWritten * Prices.MetricHour;

    public double Dollars => OfTransitions + OfMetrics + OfAlarms + OfLambda + OfLogs + OfEvents + OfMetricsWritten;
}
