namespace Canary.Cli.Scenarios;

/// <summary>All that the demo can show.</summary>
internal static class ScenarioList
{
    /// <summary>What it shows unless it is told otherwise.</summary>
    public static IScenario Demo { get; } = new DemoScenario();

    /// <summary>What it can be told to show.</summary>
    public static IReadOnlyList<IScenario> All { get; } =
    [
        new StopScenario(), new DriftScenario(), new CrashScenario(), new TwoAtOnceScenario(),
        new ApprovalScenario(), new AlreadyFiringScenario(),
        new SmallRegressionScenario(), new SharedOutageScenario(),
    ];

    /// <returns>Null if there is no such scenario.</returns>
    public static IScenario? Find(string name) => All.FirstOrDefault(scenario => scenario.Name == name);
}
