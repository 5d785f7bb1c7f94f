using System.Globalization;
using Canary.Aliases;

namespace Canary.EndToEnd.Tests.Safety.Reports;

/// <summary>A change of the alias that took effect.</summary>
/// <param name="At">When, on the clock.</param>
/// <param name="Lambda">The Lambda that made it; null for somebody else.</param>
/// <param name="Execution">The rollout that this Lambda worked for; null for somebody else, and for RestoreAlias.</param>
/// <param name="Restores">
/// The execution that RestoreAlias gave back: of those whose histories it had read the one that held the alias, else the last.
/// Null for everybody else.
/// </param>
/// <param name="Alias">What the alias was then.</param>
internal sealed record Change(DateTimeOffset At, string? Lambda, string? Execution, string? Restores, Alias Alias)
{
    // Of one that does not say how long it is.
    private const int LongestPause = 3_600;

    public string? Holder => Hold.HolderOf(Alias.Description);

    /// <summary>What stands behind the mark; null where nothing does.</summary>
    public string? Word => Holder is not null && Alias.Description.IndexOf(';', StringComparison.Ordinal) is > 0 and var end
        ? Alias.Description[(end + 1)..].Trim()
        : null;

    /// <summary>The first of those words; null where there is none.</summary>
    public string? Says => Word?.Split(' ', ':')[0];

    /// <summary>Who says it; null where that is not told.</summary>
    public string? By => Word?.Split(' ').FirstOrDefault(part => part.StartsWith("person-", StringComparison.Ordinal));

    /// <summary>For how long a pause asks.</summary>
    public TimeSpan Asks => TimeSpan.FromSeconds(
        Word?.Split(' ') is [_, "for", var seconds, ..] ? int.Parse(seconds, CultureInfo.InvariantCulture) : LongestPause);

    /// <summary>Whose it is: the mark without the word, or all of another description.</summary>
    public string Mark => Holder ?? Alias.Description;

    /// <summary>The execution for which it was made; null for somebody else.</summary>
    public string? For => Execution ?? Restores;

    public override string ToString() =>
        $"{At:HH:mm:ss.fff} {Lambda ?? "somebody else"}{(For is null ? "" : $" of {For.Split(':')[^1]}")}: {Alias.State}, "
        + $"\"{Alias.Description}\"";
}
