using System.Text.RegularExpressions;
using Canary.Cli.CommandLine;

namespace Canary.Cli.Finding;

/// <summary>How a person names a rollout.</summary>
/// <param name="Execution">An execution's ARN or name; null where function and alias are named.</param>
/// <param name="Function">The function; null where an execution is named.</param>
/// <param name="Alias">Its alias.</param>
internal sealed partial record RolloutName(string? Execution, string? Function, string? Alias)
{
    /// <summary>Whether it is a whole ARN, which says account and Region too.</summary>
    public bool IsArn => Execution?.StartsWith("arn:", StringComparison.Ordinal) == true;

    /// <exception cref="CommandFault">It is none of the three.</exception>
    public static RolloutName Parse(string text)
    {
        if (Arn().IsMatch(text)) return new(text, null, null);
        if (FunctionAndAlias().Match(text) is { Success: true } pair)
            return new(null, pair.Groups["function"].Value, pair.Groups["alias"].Value);
        return Name().IsMatch(text)
            ? new(text, null, null)
            : throw CommandFault.Misused($"\"{text}\" names no rollout. Give function:alias such as orders:live, "
                + "or the name or the ARN of an execution.");
    }

    [GeneratedRegex(@"^arn:[a-z-]+:states:[a-z0-9-]+:[0-9]{12}:execution:[^:\s]{1,80}:[^:\s]{1,80}\z")]
    private static partial Regex Arn();

    [GeneratedRegex(@"^(?<function>[a-zA-Z0-9_-]{1,64}):(?<alias>(?![0-9]+\z)[a-zA-Z0-9_-]{1,128})\z")]
    private static partial Regex FunctionAndAlias();

    [GeneratedRegex(@"^[^\s:/<>{}\[\]?*""#%\\^|~`$&,;]{1,80}\z")]
    private static partial Regex Name();
}
