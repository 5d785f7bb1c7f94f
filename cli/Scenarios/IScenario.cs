namespace Canary.Cli.Scenarios;

/// <summary>Something that the demo can show.</summary>
internal interface IScenario
{
    /// <summary>What the command line calls it.</summary>
    string Name { get; }

    /// <summary>What it shows, in a few words.</summary>
    string About { get; }

    /// <summary>How many simulated seconds pass in a real one, unless the command line says.</summary>
    double Speed => 15;

    /// <summary>
    /// Requests in a real second, unless the command line says: few, where it is not the analysis that is shown.
    /// </summary>
    double Traffic => 50;

    /// <summary>Shows it.</summary>
    Task<ScenarioResult> ShowAsync(Pipeline pipeline, CancellationToken cancellationToken);
}
