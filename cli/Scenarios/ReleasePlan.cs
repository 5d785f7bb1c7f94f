using Canary.Cli.Setup;

namespace Canary.Cli.Scenarios;

/// <summary>A rollout to start.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Name">The execution's name.</param>
/// <param name="Members">How, as members of the input's JSON object: see <see cref="Sample.Rollout"/>.</param>
internal sealed record ReleasePlan(string Title, string Name, string Members)
{
    /// <summary>A good version, in a short first step and a shorter second one.</summary>
    public const string ShortPlan = """
        "steps":[{"weight":10,"bakeSeconds":60},{"weight":50,"bakeSeconds":30}]
        """;

    /// <summary>Whether it watches the alarm.</summary>
    public bool WatchesAlarm { get; init; } = true;

    /// <summary>
    /// What happens in its course. It is watched beyond its end, though not for long, while something of this is still to come.
    /// </summary>
    public IReadOnlyList<Interference> Meanwhile { get; init; } = [];
}
