using System.CommandLine;
using Canary.Cli.CommandLine;
using Canary.Cli.Screens;
using Canary.Cli.Verbs;
using Canary.Cli.Watching;

namespace Canary.Cli.Commands;

/// <summary><c>canary status</c>.</summary>
internal sealed class StatusCommand : AwsCommand, IExplained
{
    private readonly RolloutArgument _rollout = new();

    public StatusCommand(Shell shell) : base(shell, "status", "Says how a rollout stands, and where the alias is")
        => Add(_rollout);

    /// <inheritdoc/>
    public IEnumerable<HelpSection> More => [ExitCode.Help];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult line, CommandContext context, CancellationToken interrupted)
    {
        var rollout = await context.Rollouts.FindAsync(line.GetRequiredValue(_rollout), interrupted);
        var view = await RolloutLook.ReadAsync(context.Aws, rollout, context.Time, interrupted);
        var json = rollout.ToJson();
        (json["reason"], json["exitCode"]) = (view.Reason ?? rollout.Summary, rollout.ExitCode);
        (json["state"], json["weight"], json["step"], json["steps"]) = (view.State, view.SetWeight, view.Step, view.Steps.Count);
        json["at"] = view.Alias?.ToString();
        var clock = StepClock.Of(view, new ServiceClock(context.Time).Now(view));
        if (clock is not null) json["secondsLeft"] = (int)clock.Left.TotalSeconds;
        var step = view.StepTitle is { } title ? $", {title}" : "";
        var how = $"{rollout.Title}: {rollout.Name}: {StatusStyle.Told(view)}{step}.";
        List<string> lines = [how, view.Reason ?? rollout.Summary];
        var whom = clock is { IsApproval: true } ? " for approval" : "";
        if (clock is not null) lines.Add($"{Format.Seconds(clock.Left)} left of {Format.Seconds(clock.Whole)}{whom}.");
        if (view.Alias is { } alias) lines.Add($"{view.AliasName} is at {alias}.");
        if (Attention.Of(view, context.Time.GetUtcNow()) is { } call) lines.Add(call);
        context.Output.Answer(string.Join(Environment.NewLine, lines), json);
        return rollout.ExitCode;
    }
}
