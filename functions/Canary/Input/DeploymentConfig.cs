using System.Text.RegularExpressions;
using Canary.Aliases;
using Canary.Rollouts;

namespace Canary.Input;

/// <summary>
/// The nine predefined deployment configurations of CodeDeploy for Lambda, by CodeDeploy's names, with or without their prefix or
/// a part of it, and by the names of the AWS CDK's constants. Sources: CodeDeploy user guide, "Predefined deployment
/// configurations for an AWS Lambda compute platform"; aws-cdk-lib, LambdaDeploymentConfig.
/// </summary>
public static partial class DeploymentConfig
{
    private const string Service = "CodeDeployDefault.";
    private const string Platform = "Lambda";

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

    private static readonly Dictionary<string, IReadOnlyList<Step>> ByConstant =
        Known.ToDictionary(one => Word().Replace(one.Key, "_").ToUpperInvariant(), one => one.Value, StringComparer.Ordinal);

    /// <summary>The names, without the prefix.</summary>
    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>The steps that a name stands for, or null when it stands for none.</summary>
    public static IReadOnlyList<Step>? Find(string name)
    {
        var own = name.StartsWith(Service + Platform, StringComparison.Ordinal) ? name[Service.Length..] : name;
        return Known.GetValueOrDefault(own.StartsWith(Platform, StringComparison.Ordinal) ? own[Platform.Length..] : own)
            ?? ByConstant.GetValueOrDefault(name);
    }

    private static IReadOnlyList<Step> Canary(int percent, int minutes) =>
        [new(Weight.FromPercent(percent), minutes * 60), new(Weight.Full, 0)];

    private static IReadOnlyList<Step> Linear(int percent, int minutes) =>
        [.. Enumerable.Range(1, 100 / percent)
            .Select(step => new Step(Weight.FromPercent(step * percent), step * percent < 100 ? minutes * 60 : 0))];

    // Before a capital or a number that follows a small letter, as CANARY_10PERCENT_5MINUTES is written.
    [GeneratedRegex("(?<=[a-z])(?=[A-Z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
