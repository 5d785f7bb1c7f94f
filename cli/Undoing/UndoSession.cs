using Canary.Cli.CommandLine;
using Canary.Cli.Finding;
using Canary.Cli.Starting;
using Canary.Cli.Verbs;
using Canary.Cli.Watching;
using Canary.Executions;

namespace Canary.Cli.Undoing;

/// <summary>Gives an alias the version back that it had, by a rollout that goes all the way at once.</summary>
/// <param name="context">The run of the verb.</param>
/// <param name="function">The function.</param>
/// <param name="alias">Its alias.</param>
internal sealed class UndoSession(CommandContext context, string function, string alias)
{
    /// <summary>How many rollouts are looked through. Each costs a call.</summary>
    private const int Depth = 1_000;

    private readonly string _title = $"{function}:{alias}";

    /// <summary>The alarms that watched the last promotion.</summary>
    public IReadOnlyList<string> Alarms { get; private set; } = [];

    /// <summary>Which version it goes back to.</summary>
    /// <exception cref="CommandFault">There is no such alias, it is held, or which version is meant cannot be told.</exception>
    public async Task<UndoChoice> ChooseAsync(string? named, TimeSpan window, CancellationToken cancellationToken)
    {
        var state = await new AliasReader(context.Aws).ReadAsync(function, alias, cancellationToken)
            ?? throw CommandFault.Misused($"There is no alias {_title}. Check the names, the Region and the account.");
        if (await context.Rollouts.HoldingAsync(function, alias, cancellationToken) is { IsRunning: true })
        {
            throw new CommandFault(ExitCode.Busy, $"A rollout of {_title} is under way, and not promoted yet: "
                + $"canary abort {_title} takes it back.");
        }
        var now = context.Time.GetUtcNow();
        var promotions = await PromotionsAsync(now - window, cancellationToken);
        Alarms = promotions is [var last, ..] ? last.Alarms : [];
        return UndoChoice.Of(_title, state, promotions, named, window, now);
    }

    /// <summary>Starts the rollout.</summary>
    public Task<FoundRollout> StartAsync(string version, string by, string why, CancellationToken cancellationToken) =>
        new Starter(context).StartAsync(
            new StartOrder(RolloutInputs.ToUndo(function, alias, version, by, why), function, alias)
            {
                Label = $"undo-to-{version}",
            },
            cancellationToken);

    // One that was promoted within the window may have begun long before. Two are enough to see what the last one went back from.
    private async Task<IReadOnlyList<Promotion>> PromotionsAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var (found, looked) = (new List<Promotion>(), 0);
        await foreach (var rollout in context.Rollouts.ListAsync(cancellationToken, "SUCCEEDED"))
        {
            if (rollout.Started < since - Sweep.LongestRollout || ++looked > Depth) break;
            if (rollout.Function != function || rollout.Alias != alias || Promotion.Of(rollout) is not { } promotion) continue;
            found.Add(promotion);
            if (!found[0].WentBack || found.Count > 2) break;
        }
        return [.. found.OrderByDescending(one => one.At)];
    }
}
