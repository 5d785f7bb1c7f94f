using Canary.Analysis;
using Canary.Input;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Analysis;

/// <summary>How many requests the alias usually has.</summary>
public class UsualTrafficTests
{
    private static readonly RolloutRequest Request = Given.Request() with { Analysis = new() { Latency = null } };

    // A rollout gave the stable version 60, then 300, then all of 600 a minute. The alias had 600 all along,
    // but for the minute in which the first request came.
    [Fact]
    public void Plan_TheStableVersionCameByARollout_ExpectsAllOfTheAliasesRequests()
    {
        var history = History([200, 600, 600, 600, 600], [0, 0, 60, 300, 600]);

        Assert.Equal(600, Baseline.Known(Request, "3", history)!.RequestsPerMinute);
        Assert.Equal(2_600 / 15.0, UsualTraffic.Of(Request, "3", history, false, Given.Time).PerMinute);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("90", 90)]
    [InlineData("90 60", 60)]
    [InlineData("90 60 0 0 30", 22.5)]
    public void Plan_FewMinutesAreTold_ThoseWithoutRequestsCountToo(string requests, double expected)
    {
        double[] alias = [.. requests.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(double.Parse)];

        Assert.Equal(expected, Baseline.Known(Request, "3", History(alias, []))!.RequestsPerMinute);
    }

    private static TrafficHistory History(double[] alias, double[] stable) => new(
        new(new Dictionary<string, IReadOnlyDictionary<DateTimeOffset, double>>
        {
            ["a_invocations"] = Minutes(alias),
            ["a_samples"] = Minutes(alias),
            ["a_errors"] = Minutes([.. alias.Select(_ => 0.0)]),
            ["v_invocations"] = Minutes(stable),
            ["v_samples"] = Minutes(stable),
            ["v_errors"] = Minutes([.. stable.Select(_ => 0.0)]),
        }),
        null);

    private static Dictionary<DateTimeOffset, double> Minutes(double[] values) => values
        .Select((value, i) => (Time: Given.Time.AddMinutes(i - 15), Value: value))
        .Where(one => one.Value > 0 || values.All(value => value == 0))
        .ToDictionary(one => one.Time, one => one.Value);
}
