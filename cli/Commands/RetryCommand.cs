using System.CommandLine;
using Canary.Cli.CommandLine;
using Canary.Cli.Speaking;
using Canary.Cli.Starting;
using Canary.Cli.Telling;
using Canary.Cli.Undoing;
using Canary.Cli.Verbs;

namespace Canary.Cli.Commands;

/// <summary><c>canary retry ROLLOUT</c>.</summary>
internal sealed class RetryCommand : AwsCommand, IExplained
{
    private readonly RolloutArgument _rollout = new();
    private readonly WordOptions _options = new();
    private readonly FollowOptions _follow = new();

    public RetryCommand(Shell shell) : base(shell, "retry", "Starts the last rollout again, for the same version")
    {
        Add(_rollout);
        _options.AddTo(this, waits: false);
        _follow.AddTo(this);
    }

    /// <inheritdoc/>
    public IEnumerable<HelpSection> More => [ExitCode.Help];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult line, CommandContext context, CancellationToken interrupted)
    {
        var found = await context.Rollouts.FindAsync(line.GetRequiredValue(_rollout), interrupted);
        if (found.IsRunning)
        {
            throw new CommandFault(
                ExitCode.Busy, $"{found.Name} is under way, so nothing is tried again: canary watch {found.Name} shows it.");
        }
        var told = await ToldRollout.ReadAsync(context.Aws.StepFunctions, found, interrupted);
        var by = await _options.ByAsync(line, context, interrupted);
        var input = RolloutInputs.ToRetry(found, told.Document?.CandidateVersion, by, _options.Reason(line));
        var order = StartOrder.Of(input) with { Label = LabelOf(found.Name, found.Function) };
        return await new Release(context, _follow.Mode(line), _follow.Timeout(line)).RunAsync(order, interrupted);
    }

    /// <summary>What the name says besides the function and the attempt: the next attempt has the same.</summary>
    internal static string? LabelOf(string name, string? function)
    {
        if (function is null || !name.StartsWith($"{function}-", StringComparison.Ordinal)) return "retry";
        var rest = name[(function.Length + 1)..];
        return rest.LastIndexOf('-') is > 0 and var dash && rest[(dash + 1)..].All(char.IsAsciiDigit) ? rest[..dash] : rest;
    }
}
