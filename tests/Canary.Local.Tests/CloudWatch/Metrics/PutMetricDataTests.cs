using Canary.Local.CloudWatch.Model;
using Canary.Local.Wire;

namespace Canary.Local.Tests.CloudWatch.Metrics;

public sealed class PutMetricDataTests : IDisposable
{
    private static readonly DateTimeOffset Now = CloudWatchUnderTest.Start;
    private static readonly MetricDatum Good = new() { MetricName = "Carts", Value = 1 };
    private static readonly MetricDatum Empty = new() { MetricName = "Carts" };
    private readonly CloudWatchUnderTest _cloud = new();

    public static TheoryData<string, string, MetricDatum> Refused => new()
    {
        {
            "MissingRequiredParameterException",
            "At least one of the parameters MetricData.member.1.Value, MetricData.member.1.Values or "
            + "MetricData.member.1.StatisticValues must be specified.",
            Empty
        },
        {
            "InvalidParameterCombinationException",
            "The parameters MetricData.member.1.Value and MetricData.member.1.Values are mutually "
            + "exclusive and you have specified both.",
            Good with { Values = [1] }
        },
        {
            "InvalidParameterCombinationException",
            "The parameters MetricData.member.1.Value and MetricData.member.1.StatisticValues are mutually "
            + "exclusive and you have specified both.",
            Good with { Statistics = new(1, 1, 1, 1) }
        },
        {
            "InvalidParameterValueException",
            "The parameters MetricData.member.1.Values and MetricData.member.1.Counts must be of the same size.",
            Empty with { Values = [1, 2], Counts = [1] }
        },
        {
            "InvalidParameterValueException", "The value NaN for parameter MetricData.member.1.Value is invalid.",
            Good with { Value = double.NaN }
        },
        {
            "InvalidParameterValueException", "The value 1E+109 for parameter MetricData.member.1.Values is invalid.",
            Empty with { Values = [1e109] }
        },
        {
            "InvalidParameterValueException",
            "The value 0 for parameter MetricData.member.1.StatisticValues.SampleCount is invalid.",
            Empty with { Statistics = new(0, 0, 0, 0) }
        },
        {
            "InvalidParameterValueException",
            "The collection MetricData.member.1.Values must not have a size greater than 150.",
            Empty with { Values = [.. Enumerable.Range(0, 151)] }
        },
        {
            "InvalidParameterValueException",
            "The parameter MetricData.member.1.Timestamp must specify a time no more than two hours in the future.",
            Good with { Timestamp = Now.AddHours(2).AddSeconds(1) }
        },
        {
            "InvalidParameterValueException",
            "The parameter MetricData.member.1.Timestamp must specify a time within the past two weeks.",
            Good with { Timestamp = Now.AddDays(-14).AddSeconds(-1) }
        },
        {
            "InvalidParameterValueException",
            "No metric may specify the same dimension name twice.",
            Good with { Dimensions = [KeyValuePair.Create("Shop", "a"), KeyValuePair.Create("Shop", "b")] }
        },
        {
            "InvalidParameterValueException",
            "The value 5 for parameter MetricData.member.1.StorageResolution is invalid: it must be 1 or 60.",
            Good with { StorageResolution = 5 }
        },
        {
            "ValidationException",
            "1 validation error detected: Value '' at 'metricData.1.member.metricName' failed to satisfy constraint: "
            + "Member must have length greater than "
                + "or equal to 1",
            Good with { MetricName = "" }
        },
    };

    public void Dispose() => _cloud.Dispose();

    [Fact]
    public void PutMetricData_ValuesAndCounts_CountAsOften()
    {
        _cloud.Service.PutMetricData("Shop", [Empty with { Values = [1, 10], Counts = [9, 1] }]);

        Assert.Equal((19, 10, 1, 10, 1), (Read("Sum"), Read("SampleCount"), Read("p90"), Read("p91"), Read("Minimum")));
    }

    [Fact]
    public void PutMetricData_StatisticValues_HavePercentilesOnlyIfTheyAreOneValue()
    {
        _cloud.Service.PutMetricData("Shop", [Empty with { Statistics = new(3, 6, 2, 2) }]);
        Assert.Equal((6, 2, 3, 2), (Read("Sum"), Read("Average"), Read("SampleCount"), Read("p50")));

        _cloud.Service.PutMetricData("Shop", [Empty with { Statistics = new(2, 5, 1, 4) }]);
        Assert.Equal((11, 1, 4, null), (Read("Sum"), Read("Minimum"), Read("Maximum"), Read("p50")));
    }

    [Fact]
    public void PutMetricData_AtTheEdgesOfTheWindow_IsAccepted() =>
        _cloud.Service.PutMetricData(
            "Shop", [Good with { Timestamp = Now.AddDays(-14) }, Good with { Timestamp = Now.AddHours(2) }]);

    [Theory]
    [MemberData(nameof(Refused))]
    public void PutMetricData_Wrong_RefusesAll(string code, string message, MetricDatum datum)
    {
        var refusal = Assert.Throws<AwsException>(() => _cloud.Service.PutMetricData("Shop", [datum, Good]));

        Assert.Equal((code, message), (refusal.Code, refusal.Message));
        Assert.Empty(_cloud.Service.Metrics.Identities);
    }

    [Theory]
    [InlineData("AWS/Lambda", "The value AWS/Lambda for parameter Namespace is invalid.")]
    [InlineData(":Shop", "The value :Shop for parameter Namespace is invalid.")]
    public void PutMetricData_NamespaceThatIsNotYours_IsRefused(string metricNamespace, string message)
    {
        var refusal = Assert.Throws<AwsException>(() => _cloud.Service.PutMetricData(metricNamespace, [Good]));

        Assert.Equal(("InvalidParameterValueException", message), (refusal.Code, refusal.Message));
    }

    [Fact]
    public void PutMetricData_MoreThan1000_IsRefused()
    {
        var refusal = Assert.Throws<AwsException>(() => _cloud.Service.PutMetricData("Shop", [.. Enumerable.Repeat(Good, 1001)]));

        Assert.Equal("The collection MetricData must not have a size greater than 1000.", refusal.Message);
    }

    private double? Read(string statistic)
    {
        var span = new MetricSpan(Now.AddMinutes(-5), Now.AddMinutes(5));
        var points = _cloud.Service.GetMetricData([new MetricStatQuery("m", new("Shop", "Carts", []), statistic, 60)], span)
            .Single().Points;
        return points.Count == 0 ? null : points[0].Value;
    }
}
