using Canary.Cli.Commands;

namespace Canary.Cli.Scenarios;

/// <summary>All that the demo can show.</summary>
internal static class ScenarioList
{
    /// <summary>What it shows unless it is told otherwise.</summary>
    public static IScenario Demo { get; } = new DemoScenario();

    /// <summary>What it can be told to show.</summary>
    public static IReadOnlyList<IScenario> All { get; } =
    [
        new StopScenario(), new DriftScenario(), new CrashScenario(), new TwoAtOnceScenario(), new ApprovalScenario(), new AlreadyFiringScenario(),
        new SmallRegressionScenario(), new SharedOutageScenario(),
    ];

    /// <summary>A line for each, for the help.</summary>
    public static string Help { get; } = string.Join("\n", All.Select(scenario => $"{scenario.Name,-16} {scenario.About}"));

    /// <exception cref="UsageException">There is no such scenario. The message lists those that there are.</exception>
    public static IScenario Find(string? name) => All.FirstOrDefault(scenario => scenario.Name == name) ?? throw new UsageException(
        $"{(name is null ? "--scenario has no value" : $"--scenario is \"{name}\"")}. Give one of:\n  {Help.Replace("\n", "\n  ", StringComparison.Ordinal)}");
}
