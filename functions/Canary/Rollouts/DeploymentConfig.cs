namespace Canary.Rollouts;

/// <summary>
/// The nine predefined deployment configurations of CodeDeploy for Lambda, by CodeDeploy's names, with or without their prefix.
/// Source: CodeDeploy user guide, "Predefined deployment configurations for an AWS Lambda compute platform".
/// </summary>
public static class DeploymentConfig
{
    private const string Prefix = "CodeDeployDefault.Lambda";

    private static readonly Dictionary<string, IReadOnlyList<Step>> Known = new(StringComparer.Ordinal)
    {
        ["Canary10Percent5Minutes"] = Canary(10, 5),
        ["Canary10Percent10Minutes"] = Canary(10, 10),
        ["Canary10Percent15Minutes"] = Canary(10, 15),
        ["Canary10Percent30Minutes"] = Canary(10, 30),
        ["Linear10PercentEvery1Minute"] = Linear(10, 1),
        ["Linear10PercentEvery2Minutes"] = Linear(10, 2),
        ["Linear10PercentEvery3Minutes"] = Linear(10, 3),
        ["Linear10PercentEvery10Minutes"] = Linear(10, 10),
        ["AllAtOnce"] = [new(Weight.Full, 0)],
    };

    /// <summary>The names, without the prefix.</summary>
    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>The steps that a name stands for, or null when it stands for none.</summary>
    public static IReadOnlyList<Step>? Find(string name) =>
        Known.GetValueOrDefault(name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name);

    private static IReadOnlyList<Step> Canary(int percent, int minutes) => [new(Weight.FromPercent(percent), minutes * 60), new(Weight.Full, 0)];

    private static IReadOnlyList<Step> Linear(int percent, int minutes) =>
        [.. Enumerable.Range(1, 100 / percent).Select(step => new Step(Weight.FromPercent(step * percent), step * percent < 100 ? minutes * 60 : 0))];
}
