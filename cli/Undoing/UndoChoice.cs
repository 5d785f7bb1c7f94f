using System.Globalization;
using Canary.Aliases;
using Canary.Cli.CommandLine;
using Canary.Cli.Screens;

namespace Canary.Cli.Undoing;

/// <summary>To which version an alias is given back, and why.</summary>
/// <param name="Version">The version; null where the alias is at it already.</param>
/// <param name="Why">What is undone, in a sentence.</param>
internal sealed record UndoChoice(string? Version, string Why)
{
    /// <summary>Chooses the version before the last promotion, or the one that is named.</summary>
    /// <param name="title">Such as <c>orders:live</c>.</param>
    /// <param name="alias">Where the alias is.</param>
    /// <param name="promotions">Its last promotions, the newest first, as far back as the window reaches.</param>
    /// <param name="named">The version that is named; null for none.</param>
    /// <param name="window">How long ago the promotion may be.</param>
    /// <param name="now">By which that is counted.</param>
    /// <exception cref="CommandFault">Which version is meant cannot be told.</exception>
    public static UndoChoice Of(
        string title, AliasState alias, IReadOnlyList<Promotion> promotions, string? named, TimeSpan window, DateTimeOffset now)
    {
        if (named is not null)
        {
            return named == alias.Version && alias.IsSettled
                ? new(null, $"Nothing to do: {title} is at version {named} already.")
                : new(named, $"{title} goes from {alias} to version {named}.");
        }
        if (promotions.FirstOrDefault(one => now - one.At <= window) is not { } last)
        {
            throw CommandFault.Misused($"No rollout has promoted {title} in the last {Whole(window)}. "
                + $"Give a longer --window, or say the version: canary undo {title} --to VERSION");
        }
        if (last.To != alias.Version)
        {
            throw CommandFault.Misused(
                $"{title} is at {alias}, but {last.Rollout}, the last promotion, gave it version {last.To}: "
                + $"somebody has set it since. Say the version: canary undo {title} --to {last.From}");
        }
        if (last.WentBack) throw CommandFault.Misused(WentBack(title, last, promotions));
        return new(last.From, string.Create(
            CultureInfo.InvariantCulture,
            $"{title} goes back from version {last.To} to {last.From}: {last.Rollout} promoted it {Ago(now - last.At)} ago."));
    }

    private static string WentBack(string title, Promotion last, IReadOnlyList<Promotion> promotions)
    {
        var further = promotions.FirstOrDefault(one => one.To == last.To && one.From != last.From && !one.WentBack);
        return $"{last.Rollout}, the last promotion of {title}, went back itself, from version {last.From} to {last.To}. "
            + $"Say which you mean: --to {last.From} goes forward again"
            + (further is null ? ", and --to VERSION to any other." : $", and --to {further.From} further back.");
    }

    private static string Whole(TimeSpan time) => time is { TotalHours: >= 1, Minutes: 0, Seconds: 0 }
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:0} h")
        : Format.Seconds(time);

    private static string Ago(TimeSpan time) => time.TotalHours >= 48
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalDays:0} days")
        : Format.Seconds(time < TimeSpan.Zero ? TimeSpan.Zero : time);
}
