using Amazon.Lambda.Core;
using Canary.News;
using Canary.Rollouts;
using Canary.States;

namespace Canary.Functions.Hosting;

/// <summary>
/// Tells what a state has done, once it is done: in the log, to whoever listens, and as metrics. What cannot be told changes
/// nothing but the log.
/// </summary>
public sealed class Teller(INews news, IFigures figures)
{
    // What one try may take, and the way back: a state that Lambda kills is run again.
    private static readonly TimeSpan Needed = TimeSpan.FromSeconds(4);

    /// <summary>Tells what a state after the plan has done, and gives the document back.</summary>
    public Task<Rollout> TellAsync(StateInput input, Rollout after, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(input);
        return TellAsync(input.Rollout, after, input.At, context);
    }

    /// <summary>Tells what a state has done, and gives the document back.</summary>
    /// <param name="before">The document that the state was given; null for the first.</param>
    /// <param name="after">The document that it hands on.</param>
    /// <param name="at">The execution's time.</param>
    /// <param name="context">Of the invocation.</param>
    public async Task<Rollout> TellAsync(Rollout? before, Rollout after, DateTimeOffset at, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Log(after);
        var items = Reporter.Between(before, after, at);
        await SendAsync(items, context);
        Count(before, after, context);
        return Reporter.Told(after, items.Count);
    }

    /// <summary>Sends news, unless the invocation has no time left for it.</summary>
    public async Task SendAsync(IReadOnlyList<NewsItem> items, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(context);
        if (items.Count == 0) return;
        try
        {
            if (context.RemainingTime < Needed) throw new TimeoutException("no time was left");
            await news.SendAsync(items);
        }
#pragma warning disable CA1031
        catch (Exception fault)
#pragma warning restore CA1031
        {
            var lost = string.Join(", ", items.Select(item => item.Title));
            context.Logger.LogError($"Not told: {lost}: {fault.Message} [{items[0].Execution}]");
        }
    }

    /// <summary>Adds the numbers of a rollout that has just ended to the metrics.</summary>
    public void Count(Rollout? before, Rollout after, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            if (RolloutFigures.Of(before, after) is { } ended) figures.Write(ended);
        }
#pragma warning disable CA1031
        catch (Exception fault)
#pragma warning restore CA1031
        {
            context.Logger.LogError($"No metrics tell of {after?.Execution}: {fault.Message}");
        }
    }
}
