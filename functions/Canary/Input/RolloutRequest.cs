using Canary.Rollouts;
using Canary.Rollouts.Plans;

namespace Canary.Input;

/// <summary>
/// What an execution's input asks for. One that is invalid holds what could be read of it:
/// <see cref="RequestReader"/> tells the faults beside it.
/// </summary>
public sealed record RolloutRequest
{
    /// <summary>The function: name, partial or full ARN. Empty when the input has none.</summary>
    public string FunctionName { get; init; } = "";

    /// <summary>The alias whose traffic is shifted. Empty when the input has none.</summary>
    public string AliasName { get; init; } = "";

    /// <summary>Whether to create the alias where there is none.</summary>
    public bool CreateAlias { get; init; }

    /// <summary>Whether to take an alias whose mark names a rollout that has ended, or none at all.</summary>
    public bool TakeOver { get; init; }

    /// <summary>The version to release, or null to publish $LATEST.</summary>
    public string? TargetVersion { get; init; }

    /// <summary>The code's hash that the version must have, or null for any.</summary>
    public string? CodeSha256 { get; init; }

    /// <summary>The description of the version to publish.</summary>
    public string? Description { get; init; }

    /// <summary>The deployment configuration's name, or null where the steps are given.</summary>
    public string? DeploymentConfig { get; init; }

    /// <summary>The steps; the last is at 100 %.</summary>
    public IReadOnlyList<Step> Steps { get; init; } = [];

    /// <summary>The user's hooks, or null where there are none.</summary>
    public RolloutHooks? Hooks { get; init; }

    /// <summary>The alarms to watch.</summary>
    public IReadOnlyList<string> Alarms { get; init; } = [];

    /// <summary>Those of them that this rollout is meant to fix: they may be in ALARM when it begins.</summary>
    public IReadOnlyList<string> AllowAlarmsInAlarm { get; init; } = [];

    /// <summary>
    /// How many provisioned environments the alias is to have while both versions share them, or null to leave them.
    /// </summary>
    public int? ProvisionedConcurrency { get; init; }

    /// <summary>Seconds between checks, or null for the default.</summary>
    public int? CheckIntervalSeconds { get; init; }

    /// <summary>What follows when a pause is over that nobody ended.</summary>
    public OnPauseExpired OnPauseExpired { get; init; }

    /// <summary>Who starts it, by their own account.</summary>
    public string? By { get; init; }

    /// <summary>Why they do.</summary>
    public string? Reason { get; init; }

    /// <summary>How the two versions are compared, or null where they are not.</summary>
    public AnalysisRequest? Analysis { get; init; }

    /// <summary>Whether two versions are compared at all.</summary>
    internal bool ComparesVersions => Analysis is not null && Steps.Any(step => step.IsCompared);

    /// <summary>
    /// The steps at their longest: with the time for which the analysis may hold them, and the approvals that it may ask for.
    /// </summary>
    internal IReadOnlyList<Step> LongestSteps => ComparesVersions ? Input.LongestSteps.Of(Steps, Analysis!) : Steps;

    /// <summary>Whether two versions serve at the same time: the first step that does not bake is the promotion.</summary>
    public bool SharesTraffic => Steps is [{ BakeSeconds: > 0 }, ..];
}
