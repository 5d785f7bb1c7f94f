using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Canary.Cli.Telling;
using Canary.Cli.Verbs;
using Canary.Cli.Watching;

namespace Canary.Cli.Commands;

/// <summary><c>canary show ROLLOUT</c>.</summary>
internal sealed class ShowCommand : AwsCommand
{
    private readonly RolloutArgument _rollout = new();

    private readonly Option<bool> _all = new("--all") { Description = "Also what changed nothing: each check, each retry" };

    public ShowCommand(Shell shell)
        : base(shell, "show", "Shows one rollout whole: who did what and why, also of one that was stopped")
    {
        Add(_rollout);
        Add(_all);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult line, CommandContext context, CancellationToken interrupted)
    {
        var found = await context.Rollouts.FindAsync(line.GetRequiredValue(_rollout), interrupted);
        var view = await RolloutLook.ReadAsync(context.Aws, found, context.Time, interrupted);
        var told = new ToldRollout(found, found.Document ?? view.Document);
        var alias = await AliasNow.ReadAsync(context.Aws, found, interrupted);
        var (output, now, all) = (context.Output, context.Time.GetUtcNow(), line.GetValue(_all));
        var json = told.ToJson(now);
        json["aliasNow"] = alias;
        json["document"] = told.Document is { } document
            ? JsonSerializer.SerializeToNode(document, CanaryJson.Relaxed.Rollout)
            : null;
        var story = all ? [.. view.Timeline.Select(entry => (entry.At, entry.State, entry.Text))] : RolloutSheet.Story(view);
        json["story"] = new JsonArray([.. story.Select(Entry)]);
        json["stateTransitions"] = view.Transitions;
        output.Answer(
            RolloutSheet.Of(told, view, alias, all, now, output.IsTerminal ? output.Console.Profile.Width : null), json);
        return CommandLine.ExitCode.Done;
    }

    private static JsonNode Entry((DateTimeOffset At, string State, string Text) entry) => new JsonObject
    {
        ["at"] = entry.At.UtcDateTime.ToString("O"),
        ["state"] = entry.State,
        ["text"] = entry.Text,
    };
}
