namespace Canary.Local.CloudWatch.Metrics;

/// <summary>CloudWatch's statistics, as "CloudWatch statistics definitions" of its user guide names them.</summary>
public enum StatisticKind
{
    /// <summary>How many observations.</summary>
    SampleCount,

    /// <summary>Of all values.</summary>
    Sum,

    /// <summary>Sum / SampleCount.</summary>
    Average,

    /// <summary>The lowest value.</summary>
    Minimum,

    /// <summary>The highest value.</summary>
    Maximum,

    /// <summary><c>p99</c>: the highest value that is left without the highest 1 %.</summary>
    Percentile,

    /// <summary><c>tm99</c>, <c>TM(10%:90%)</c>, <c>TM(150:1000)</c>, <c>IQM</c>: the mean of the values within bounds.</summary>
    TrimmedMean,

    /// <summary><c>tc99</c>, <c>TC(80:500)</c>: how many values are within bounds.</summary>
    TrimmedCount,

    /// <summary><c>ts99</c>, <c>TS(80%:)</c>: the sum of the values within bounds.</summary>
    TrimmedSum,

    /// <summary><c>wm98</c>, <c>WM(10%:90%)</c>: the mean, where values outside the bounds count as the bound.</summary>
    WinsorizedMean,

    /// <summary><c>PR(:300)</c>: the percentage of values within bounds.</summary>
    PercentileRank,
}
