namespace Canary.Bench.Cost;

/// <summary>A plan whose price is asked.</summary>
/// <param name="Name">As a table has it.</param>
/// <param name="Plan">Members of the input.</param>
internal sealed record CostRow(string Name, string Plan)
{
    private const string Alarm = "\"alarms\": [\"service-0\"]";
    private const string Alone = "\"analysis\": false";

    /// <summary>The plan that a month is made of.</summary>
    public static CostRow Usual { get; } =
        new("`Canary10Percent5Minutes`", $"\"deploymentConfig\": \"Canary10Percent5Minutes\", {Alarm}");

    /// <summary>The same, judged by its alarm alone.</summary>
    public static CostRow WithoutAnalysis { get; } = new($"{Usual.Name}, `{Bare(Alone)}`", $"{Usual.Plan}, {Alone}");

    public static IReadOnlyList<CostRow> InOrder { get; } =
    [
        Usual,
        WithoutAnalysis,
        new("the same without an alarm", "\"deploymentConfig\": \"Canary10Percent5Minutes\""),
        new("`Linear10PercentEvery1Minute`", $"\"deploymentConfig\": \"Linear10PercentEvery1Minute\", {Alarm}"),
        new("`Linear10PercentEvery10Minutes`", $"\"deploymentConfig\": \"Linear10PercentEvery10Minutes\", {Alarm}"),
        new(
            "`Linear10PercentEvery10Minutes`, a check a minute",
            $"\"deploymentConfig\": \"Linear10PercentEvery10Minutes\", \"checkIntervalSeconds\": 60, {Alarm}"),
        new("`AllAtOnce`", $"\"deploymentConfig\": \"AllAtOnce\", {Alarm}"),
    ];

    private static string Bare(string member) => member.Replace("\"", "", StringComparison.Ordinal);
}
