namespace Canary.Ports;

/// <summary>Kinds of reasons for which metrics cannot be read.</summary>
public enum MetricFaultKind
{
    /// <summary>For the moment: a time-out, a fault of the service's.</summary>
    Unavailable,

    /// <summary>For the moment: the account makes more calls than CloudWatch takes.</summary>
    Throttled,

    /// <summary>The role may not read them.</summary>
    Denied,

    /// <summary>The question makes no sense to CloudWatch: it will not to the next call either.</summary>
    Invalid,
}
