using System.Text.Json.Nodes;
using Canary.Cli.CommandLine;
using Canary.Cli.Finding;
using Canary.Cli.Verbs;

namespace Canary.Cli.Telling;

/// <summary>Lists rollouts, the newest first.</summary>
internal sealed class Listing(CommandContext context)
{
    /// <summary>How many are looked through, where only some are meant. Each costs a call.</summary>
    private const int Depth = 500;

    /// <summary>Histories are read so many at a time: AWS takes 20 such calls a second.</summary>
    private const int AtOnce = 8;

    /// <param name="isMeant">Which.</param>
    /// <param name="most">How many.</param>
    /// <param name="status">Only those of this status of Step Functions'; null for all.</param>
    /// <param name="none">What is said where there are none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(
        Func<FoundRollout, bool> isMeant, int most, string? status, string none, CancellationToken cancellationToken)
    {
        var (found, looked) = (new List<FoundRollout>(), 0);
        await foreach (var rollout in context.Rollouts.ListAsync(cancellationToken, status))
        {
            if (isMeant(rollout)) found.Add(rollout);
            if (++looked == Depth || found.Count == most) break;
        }
        var told = new List<ToldRollout>();
        foreach (var some in found.Chunk(AtOnce))
        {
            told.AddRange(await Task.WhenAll(
                some.Select(one => ToldRollout.ReadAsync(context.Aws.StepFunctions, one, cancellationToken))));
        }
        Answer(told, looked, none);
        return ExitCode.Done;
    }

    private void Answer(List<ToldRollout> told, int looked, string none)
    {
        var (output, now) = (context.Output, context.Time.GetUtcNow());
        var width = output.IsTerminal ? output.Console.Profile.Width : (int?)null;
        output.Answer(
            told.Count > 0 ? RolloutList.Of(told, now, width)
            : looked == Depth ? $"{none} Only the last {Depth} rollouts were looked through."
            : none,
            new JsonObject { ["rollouts"] = new JsonArray([.. told.Select(one => one.ToJson(now))]) });
    }
}
