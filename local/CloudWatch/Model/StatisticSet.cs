namespace Canary.Local.CloudWatch.Model;

/// <summary>Observations that a client has already summed up.</summary>
public sealed record StatisticSet(double SampleCount, double Sum, double Minimum, double Maximum)
{
    /// <summary>AWS can still give percentiles of a set that can only be one value, however often.</summary>
    public bool IsOneValue => Minimum == Maximum && Sum == Minimum * SampleCount;
}
