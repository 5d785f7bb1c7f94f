using System.Text.Json.Nodes;
using Canary.EndToEnd.Tests.Safety.Worlds;
using Canary.Local.Faults;

namespace Canary.EndToEnd.Tests.Safety.Plays;

/// <summary>A rollout and all that happens to it. It prints as a person would tell it.</summary>
internal sealed record Script
{
    /// <summary>The steps before the last: weight in percent, and seconds to bake.</summary>
    public required IReadOnlyList<(int Weight, int Bake)> Steps { get; init; }

    public int Interval { get; init; } = 10;

    /// <summary>How long it is watched after the promotion, in seconds.</summary>
    public int BakeAfterPromotion { get; init; }

    /// <summary>How long a person may approve the first step, in seconds; 0: nobody is asked.</summary>
    public int Approval { get; init; }

    /// <summary>Whether it goes on when a pause expires; otherwise it goes back.</summary>
    public bool ResumesAfterPause { get; init; }

    /// <summary>What the user's function says before the traffic; null: none is asked.</summary>
    public HookWord? Before { get; init; }

    /// <summary>What the user's function says after the promotion; null: none is asked.</summary>
    public HookWord? After { get; init; }

    /// <summary>Whether the hooks answer by their task token.</summary>
    public bool HasCallbacks { get; init; }

    /// <summary>False: there is no alias, and the rollout creates it.</summary>
    public bool HasAlias { get; init; } = true;

    /// <summary>How many environments are provisioned for the alias; 0: none.</summary>
    public int Provisioned { get; init; }

    /// <summary>After how many seconds it is started. Environments are provisioned in a minute and more.</summary>
    public int StartsAt { get; init; }

    /// <summary>How many there are to be while both versions share the traffic; 0: as many as before.</summary>
    public int RaisedTo { get; init; }

    /// <summary>What the input says of the analysis.</summary>
    public AnalysisWord Analysis { get; init; }

    /// <summary>Whether the alarms decide where there is no verdict.</summary>
    public bool GoesOnWithoutAVerdict => Analysis is AnalysisWord.Default or AnalysisWord.Evidence or AnalysisWord.InTheDark;

    /// <summary>Whether nothing but a rollback can come of it, as there is no traffic to judge.</summary>
    public bool NeedsAVerdict => Analysis is AnalysisWord.Wait or AnalysisWord.Rollback;

    /// <summary>False: the code is what the stable version has, so there is nothing to release.</summary>
    public bool HasChanged { get; init; } = true;

    /// <summary>What others do.</summary>
    public IReadOnlyList<Act> Acts { get; init; } = [];

    /// <summary>What goes wrong at AWS.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>Which services throttle everything for a while.</summary>
    public IReadOnlyList<Outage> Outages { get; init; } = [];

    /// <summary>Who else in the account uses up AWS's quotas. One rollout alone never does.</summary>
    public IReadOnlyList<Crowd> Crowds { get; init; } = [];

    /// <summary>Whether EventBridge loses every event, as it may: then the sweep alone is left.</summary>
    public bool LosesEvents { get; init; }

    public int TotalBake => Steps.Sum(step => step.Bake);

    /// <summary>Whether nothing disturbs the services themselves.</summary>
    public bool IsCalm => IsOnlyThrottled && Outages.Count == 0 && Crowds.Count == 0;

    /// <summary>Whether nothing disturbs the services but throttles, which are no faults.</summary>
    public bool IsOnlyThrottled => Faults.Count == 0 && !LosesEvents;

    public string Input(
        string? description = null,
        string function = World.Function,
        string alarm = World.Alarm,
        string? target = null,
        bool takesOver = false)
    {
        var steps = Steps.Select(step => new JsonObject { ["weight"] = step.Weight, ["bakeSeconds"] = step.Bake })
            .Append(new JsonObject { ["weight"] = 100, ["bakeSeconds"] = 0 })
            .ToArray();
        if (Approval > 0 && Steps.Count > 0) steps[0]["approvalSeconds"] = Approval;
        var hooks = new JsonObject();
        if (Before is { } before) hooks["beforeAllowTraffic"] = HookOf(before);
        if (After is { } after) hooks["afterAllowTraffic"] = HookOf(after);
        var input = new JsonObject
        {
            ["functionName"] = function,
            ["aliasName"] = World.Alias,
            ["steps"] = new JsonArray(steps),
            ["alarms"] = new JsonArray(alarm),
            ["checkIntervalSeconds"] = Interval,
        };
        if (hooks.Count > 0) input["hooks"] = hooks;
        if (BakeAfterPromotion > 0) input["bakeAfterPromotionSeconds"] = BakeAfterPromotion;
        if (AnalysisOf(Analysis) is { } analysis) input["analysis"] = analysis;
        if (ResumesAfterPause) input["onPauseExpired"] = "resume";
        if (takesOver) input["takeOver"] = true;
        if (!HasAlias) input["createAlias"] = true;
        if (RaisedTo > 0) input["provisionedConcurrency"] = RaisedTo;
        if (target is not null) input["targetVersion"] = target;
        if (description is not null) input["description"] = description;
        return input.ToJsonString();
    }

    public override string ToString() => string.Join(Environment.NewLine, Lines());

    private JsonNode HookOf(HookWord word) => HasCallbacks
        ? new JsonObject { ["functionName"] = World.HookName(word), ["waitForCallback"] = true, ["timeoutSeconds"] = 20 }
        : JsonValue.Create(World.HookName(word));

    private static JsonNode? AnalysisOf(AnalysisWord word) => word switch
    {
        AnalysisWord.Off => JsonValue.Create(false),
        AnalysisWord.DryRun => new JsonObject { ["dryRun"] = true },
        AnalysisWord.Wait => new JsonObject
        {
            ["onInconclusive"] = "wait",
            ["waitSeconds"] = 25,
            ["afterWait"] = "rollback",
        },
        AnalysisWord.Evidence => new JsonObject { ["onInconclusive"] = "wait", ["waitSeconds"] = 25 },
        AnalysisWord.InTheDark => new JsonObject { ["onUnreadable"] = "promote", ["waitSeconds"] = 25 },
        AnalysisWord.Rollback => new JsonObject { ["onInconclusive"] = "rollback" },
        _ => null,
    };

    private IEnumerable<string> Lines()
    {
        yield return "A rollout "
            + $"of {string.Join(", ", Steps.Select(step => $"{step.Weight} % for {step.Bake} s").Append("100 %"))}, "
            + $"checked every {Interval} s"
            + (HasChanged ? "" : ", of code that has not changed");
        if (BakeAfterPromotion > 0) yield return $"  watched for {BakeAfterPromotion} s after the promotion";
        if (Approval > 0) yield return $"  somebody must approve the first step within {Approval} s";
        if (ResumesAfterPause) yield return "  a pause that expires is over";
        if (Analysis != AnalysisWord.Default) yield return $"  the analysis is {Analysis}";
        if (Before is not null) yield return $"  the hook before the traffic {Before}";
        if (After is not null) yield return $"  the hook after the traffic {After}";
        if (HasCallbacks) yield return "  hooks answer by their token";
        if (!HasAlias) yield return "  there is no alias yet";
        if (Provisioned > 0)
        {
            yield return $"  {Provisioned} environments are "
                + $"provisioned{(RaisedTo > 0 ? $", to be {RaisedTo} for the time of the rollout" : "")}";
        }
        if (StartsAt > 0) yield return $"  it is started after {StartsAt} s";
        if (LosesEvents) yield return "  EventBridge loses every event";
        foreach (var crowd in Crowds) yield return $"  {crowd}";
        foreach (var outage in Outages) yield return $"  {outage}";
        foreach (var act in Acts) yield return $"  {act}";
        foreach (var fault in Faults) yield return $"  fault: {fault}{(fault.From > 1 ? $" from the {fault.From}th" : "")}";
    }
}
