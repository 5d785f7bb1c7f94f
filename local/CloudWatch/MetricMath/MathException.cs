namespace Canary.Local.CloudWatch.MetricMath;

/// <summary>An expression that cannot be computed; the message says why, but not which expression it is.</summary>
internal sealed class MathException(string message) : Exception(message);
