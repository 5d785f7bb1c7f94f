namespace Canary.Ports;

/// <summary>Why metrics could not be read.</summary>
/// <param name="Kind">What kind of reason.</param>
/// <param name="Message">The reason, in AWS's words.</param>
public sealed record MetricFault(MetricFaultKind Kind, string Message);
