using System.Text.RegularExpressions;
using Canary.Wording;

namespace Canary.Aliases;

/// <summary>
/// The mark of the rollout that holds an alias: its description, for as long as the rollout lasts.
/// It is written together with the weights, in one call and under the revision, so it tells whose they are:
/// no lock can fall out of step with the alias, and an operator reads it in the console.
/// </summary>
public static partial class Hold
{
    // Lambda's descriptions hold 256 characters. An execution's ARN has up to 221: 60 to the names, and two names of 80.
    private const int LongestDescription = 256;
    private const string Mark = "Held by Canary rollout ";

    /// <summary>The description of an alias that an execution holds.</summary>
    public static string Of(string execution) => Mark + execution;

    /// <summary>
    /// The execution that holds an alias of this description, or null.
    /// Anybody may have written it, so it is made fit for a sentence.
    /// </summary>
    public static string? HolderOf(string description) =>
        description.StartsWith(Mark, StringComparison.Ordinal)
            ? Quoted.Text(description[Mark.Length..], LongestDescription)
            : null;

    /// <summary>Whether what a mark names could be an execution at all, and not just any words.</summary>
    public static bool IsExecution(string holder) => Execution().IsMatch(holder);

    [GeneratedRegex(
        @"^arn:[a-z-]+:states:[a-z0-9-]+:[0-9]{12}:execution:[^:\s]{1,80}:[^:\s]{1,80}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Execution();
}
