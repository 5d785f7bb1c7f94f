using Canary.Cli.Aws;
using Canary.Cli.Finding;

namespace Canary.Cli.Watching;

/// <summary>Looks at a rollout once, as a watcher does again and again.</summary>
internal static class RolloutLook
{
    /// <summary>
    /// All that its history and the alias tell by now: also of one that was stopped, whose document only the history has.
    /// </summary>
    public static async Task<RolloutView> ReadAsync(
        AwsAccess aws, FoundRollout rollout, TimeProvider time, CancellationToken cancellationToken)
    {
        var view = new RolloutView(rollout.Function ?? "", rollout.Alias ?? "", TrafficSnapshot.Unknown);
        var history = new History((request, cancel) => aws.StepFunctions.GetExecutionHistoryAsync(request, cancel), rollout.Arn);
        foreach (var line in await history.ReadNewAsync(cancellationToken)) view = view.With(line);
        if (rollout is not { Function: { } function, Alias: { } alias }) return view;
        try
        {
            return await new AliasReader(aws).ReadAsync(function, alias, cancellationToken) is { } state
                ? view.With(state) : view;
        }
        catch (Exception denied) when (AwsFaults.IsDenied(denied))
        {
            return view.Tell(time.GetUtcNow(), "alias", AwsFaults.Sentence(denied));
        }
    }
}
