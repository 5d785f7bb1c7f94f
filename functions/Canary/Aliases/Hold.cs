using System.Text.RegularExpressions;
using Canary.Wording;

namespace Canary.Aliases;

/// <summary>
/// The mark of the rollout that holds an alias: its description, for as long as the rollout lasts.
/// It is written together with the weights, in one call and under the revision, so it tells whose they are:
/// no lock can fall out of step with the alias, and an operator reads it in the console.
/// It is the rollout's mailbox too: a person's <see cref="Word"/> may stand behind it.
/// </summary>
public static partial class Hold
{
    // Lambda's descriptions hold 256 characters. An execution's ARN has up to 221: 60 to the names, and two names of 80.
    private const int LongestDescription = 256;
    private const string Mark = "Held by Canary rollout ";

    // No name of an execution holds it.
    private const char End = ';';

    /// <summary>The description of an alias that an execution holds, with what stands behind the mark, if anything.</summary>
    public static string Of(string execution, string? behind = null) =>
        behind is null ? Mark + execution : $"{Mark}{execution}{End} {Quoted.Clip(behind, RoomOf(execution))}";

    /// <summary>The same with a word; null where there is no room for it.</summary>
    public static string? Of(string execution, Word word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word.Text(RoomOf(execution)) is { } text ? Of(execution, text) : null;
    }

    /// <summary>
    /// The execution that holds an alias of this description, or null.
    /// Anybody may have written it, so it is made fit for a sentence.
    /// </summary>
    public static string? HolderOf(string description) =>
        Bare(description) is var bare && bare.StartsWith(Mark, StringComparison.Ordinal)
            ? Quoted.Text(bare[Mark.Length..], LongestDescription)
            : null;

    /// <summary>What stands behind the mark, made fit for a sentence; null where nothing does, or there is no mark.</summary>
    public static string? BehindOf(string description) =>
        EndOf(description) is var end and > 0 && description[(end + 1)..].Trim() is { Length: > 0 } text
            ? Quoted.Text(text, LongestDescription)
            : null;

    /// <summary>A mark without what stands behind it; any other description as it is.</summary>
    internal static string Bare(string description) =>
        EndOf(description) is var end and > 0 ? description[..end].TrimEnd() : description;

    /// <summary>Whether what a mark names could be an execution at all, and not just any words.</summary>
    public static bool IsExecution(string holder) => Execution().IsMatch(holder);

    private static int RoomOf(string execution) => LongestDescription - Mark.Length - execution.Length - 2;

    private static int EndOf(string description) =>
        description.StartsWith(Mark, StringComparison.Ordinal) ? description.IndexOf(End, StringComparison.Ordinal) : -1;

    [GeneratedRegex(
        @"^arn:[a-z-]+:states:[a-z0-9-]+:[0-9]{12}:execution:[^:\s]{1,80}:[^:\s]{1,80}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Execution();
}
