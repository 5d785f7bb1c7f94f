using System.Text.RegularExpressions;
using Canary.Local.StepFunctions.Model;
using Canary.Local.Wire;
using Canary.StatesLanguage;

namespace Canary.Local.StepFunctions;

/// <summary>What Step Functions asks of a state machine's alias before it takes it.</summary>
internal static partial class RouteRules
{
    private const int Most = 2;

    /// <summary>Checks the name of a new alias.</summary>
    /// <exception cref="AwsException">ValidationException.</exception>
    public static void CheckName(string name)
    {
        CommonErrors.CheckLength(name, "name", 1, LanguageLimits.NameLength);
        if (!AliasName().IsMatch(name))
            throw CommonErrors.Value(
                name,
                "name",
                @"Member must satisfy regular expression pattern: ^(?=.*[a-zA-Z_\-\.])[a-zA-Z0-9_\-\.]+$");
    }

    /// <summary>Checks a routing configuration by itself, and gives the state machine that all its versions are of.</summary>
    /// <exception cref="AwsException">ValidationException, InvalidArn.</exception>
    public static string Check(IReadOnlyList<MachineRoute> routes)
    {
        CheckShape(routes);
        var arns = routes.Select(route => route.StateMachineVersionArn).ToList();
        var versions = arns.Select(MachineName.Parse).ToList();
        if (versions.Any(version => version.Version is null))
            throw CommonErrors.Validation(
                $"Routing configuration must contain state machine version ARNs. Received: [{string.Join(", ", arns)}]");
        if (arns.Distinct().Count() < arns.Count)
            throw CommonErrors.Validation(
                $"Routing configuration must contain distinct state machine version ARNs. Received: [{string.Join(", ", arns)}]");
        if (routes.Sum(route => route.Weight) != 100)
            throw CommonErrors.Validation(
                "Sum of routing configuration weights must equal 100. Received: "
                + $"[{string.Join(", ", routes.Select(route => route.Weight))}]");
        // AWS's own words for this are not recorded.
        return versions.Select(version => version.Machine).Distinct().ToList() is [var machine] ? machine
            : throw CommonErrors.Validation(
                $"Routing configuration must contain versions of one state machine. Received: [{string.Join(", ", arns)}]");
    }

    private static void CheckShape(IReadOnlyList<MachineRoute> routes)
    {
        if (routes.Count is 0 or > Most)
        {
            var items = routes.Select(
                route => $"RoutingConfigurationListItem(stateMachineVersionArn={route.StateMachineVersionArn}, "
                    + $"weight={route.Weight})");
            var rule = routes.Count == 0 ? "greater than or equal to 1" : $"less than or equal to {Most}";
            throw CommonErrors.Value(
                $"[{string.Join(", ", items)}]", "routingConfiguration", $"Member must have length {rule}");
        }
        foreach (var (index, route) in routes.Index())
        {
            if (route.Weight is >= 0 and <= 100) continue;
            var rule = route.Weight < 0 ? "greater than or equal to 0" : "less than or equal to 100";
            throw CommonErrors.Value(
                $"{route.Weight}", $"routingConfiguration.{index + 1}.member.weight", $"Member must have value {rule}");
        }
    }

    [GeneratedRegex(@"^(?=.*[a-zA-Z_\-\.])[a-zA-Z0-9_\-\.]+\z")]
    private static partial Regex AliasName();
}
