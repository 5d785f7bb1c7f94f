using Canary.Statistics;

namespace Canary.Tests.States;

/// <summary>What alarms and analysis can say to a check.</summary>
internal static class Verdicts
{
    public static readonly Verdict NoAlarms = new(HealthState.Inconclusive, "no alarms are watched");

    public static readonly Dictionary<string, Judgement> Found = new()
    {
        ["healthy"] = new(new(HealthState.Healthy, "fine"), [-.5], 1, false) { SeesPresentWeight = true },
        ["inconclusive"] = new(new(HealthState.Inconclusive, "no requests were seen"), [0], 1, false),
        ["suspicious"] = new(new(HealthState.Inconclusive, "suspicious"), [.6], .05, true),
        ["unreadable"] = Judgement.Blind("the metrics could not be read"),
        ["unhealthy"] = new(new(HealthState.Unhealthy, "bad"), [1.5], .001, false),
    };
}
