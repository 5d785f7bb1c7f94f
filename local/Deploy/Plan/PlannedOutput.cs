namespace Canary.Local.Deploy.Plan;

/// <summary>What a deployment tells at its end.</summary>
/// <param name="Name">Its name in the template.</param>
/// <param name="Description">What it is, in plain words.</param>
/// <param name="Value">Its value, everything resolved.</param>
public sealed record PlannedOutput(string Name, string Description, string Value);
