using Canary.Local.CloudWatch.Model;

namespace Canary.Local.CloudWatch.Alarms;

/// <summary>What an evaluation came to.</summary>
/// <param name="State">Null keeps the alarm's state.</param>
/// <param name="Points">The datapoints that were evaluated, newest first.</param>
/// <param name="Filled">How many periods without data were evaluated with them.</param>
internal sealed record EvaluationResult(AlarmStateValue? State, IReadOnlyList<MetricPoint> Points, int Filled);
