using System.Globalization;
using System.Text.RegularExpressions;
using Canary.Local.Lambda.Errors;
using Canary.Local.Lambda.Model;
using Canary.Local.Wire;

namespace Canary.Local.Lambda.Functions;

/// <summary>What Lambda asks of an alias before it takes it.</summary>
internal static partial class AliasRules
{
    private const string KeyConstraint =
        "Map keys must satisfy constraint: [Member must have length less than or equal to 1024, Member must have "
        + "length greater than or equal to 1, "
        + "Member must satisfy regular expression pattern: [0-9]+]";

    private const string ValueConstraint =
        "Map value must satisfy constraint: [Member must have value less than or equal to 1.0, "
        + "Member must have value greater than or equal to 0.0, Member must not be null]";

    /// <summary>Checks what can be checked without knowing the function.</summary>
    public static void CheckShape(string name, string? version, string? description, IReadOnlyDictionary<string, double>? weights)
    {
        const string Weights = "routingConfig.additionalVersionWeights";
        var entries = weights?.Select(weight => $"{weight.Key}={Java(weight.Value)}") ?? [];
        var shown = $"{{{string.Join(", ", entries)}}}";
        new MemberConstraints()
            .Length("name", name, 1, 128)
            .Pattern(Name().IsMatch(name), "name", name, "(?!^[0-9]+$)([a-zA-Z0-9-_]+)")
            .Pattern(version is null || Version().IsMatch(version), "functionVersion", version, @"(\$LATEST|[0-9]+)")
            .Length("description", description, 0, 256)
            .That(
                weights is null || weights.Keys.All(key => key.Length is > 0 and <= 1024 && key.All(char.IsAsciiDigit)),
                Weights,
                shown,
                KeyConstraint)
            .That(weights is null || weights.Values.All(weight => weight is >= 0 and <= 1), Weights, shown, ValueConstraint)
            .ThrowIfAny();
    }

    /// <summary>Checks the version that aliases are listed by.</summary>
    public static void CheckVersion(string? version) => new MemberConstraints()
        .Length("functionVersion", version, 1, 1024)
        .Pattern(
            version is null || ListedVersion().IsMatch(version), "functionVersion", version, @"(\$LATEST(\.PUBLISHED)?|[0-9]+)")
        .ThrowIfAny();

    /// <summary>Checks an alias as it would be: all its versions exist, fit together, and can take traffic.</summary>
    public static void CheckRouting(
        FunctionStore store, FunctionRecord function, string primary, IReadOnlyDictionary<string, double>? weights)
    {
        var target = store.RequireVersion(function, primary);
        RequireActive(store, target);
        if (weights is null or { Count: 0 }) return;
        if (weights.Count > 1) throw LambdaErrors.Invalid("Number of items in AdditionalVersionWeights cannot be greater than 1");
        var additional = weights.Keys.Single();
        if (additional == primary)
            throw LambdaErrors.Invalid(
                $"Invalid function version {primary}. Function version {primary} is already included in routing configuration.");
        if (primary == VersionRecord.Latest)
            throw LambdaErrors.Invalid("$LATEST is not supported for an alias pointing to more than 1 version");
        var other = store.RequireVersion(function, additional);
        RequireActive(store, other);
        if (other.Definition.Role != target.Definition.Role)
            throw LambdaErrors.Invalid("Specified versions must be associated with the same execution role");
        if (other.Definition.DeadLetterTarget != target.Definition.DeadLetterTarget)
            throw LambdaErrors.Invalid("Specified versions must be associated with the same dead-letter queue configuration");
    }

    // Reports differ on whether AWS takes a Pending version: it blocks the routing, or the invocations fail.
    // The stricter reading finds a missing wait at once.
    private static void RequireActive(FunctionStore store, VersionRecord version)
    {
        if (version.Number != VersionRecord.Latest && version.StateAt(store.Now) is var state and not "Active")
            throw LambdaErrors.InState(state);
    }

    // As Java prints a double, which is how the service's messages show it: 2.0, not 2.
    private static string Java(double value) =>
        value.ToString(value == Math.Truncate(value) ? "0.0" : "R", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?!^[0-9]+\z)([a-zA-Z0-9-_]+)\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"^(\$LATEST|[0-9]+)\z")]
    private static partial Regex Version();

    [GeneratedRegex(@"^(\$LATEST(\.PUBLISHED)?|[0-9]+)\z")]
    private static partial Regex ListedVersion();
}
