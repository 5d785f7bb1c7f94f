using System.CommandLine;
using Canary.Cli.CommandLine;
using Canary.Cli.Starting;
using Canary.Cli.Verbs;

namespace Canary.Cli.Commands;

/// <summary><c>canary start</c>.</summary>
internal sealed class StartCommand : AwsCommand, IExplained
{
    private readonly InputOptions _input = new();
    private readonly TextOption _name = new(
        "--name", "name", "The execution's name. Default: function, commit and attempt", "orders-2", name =>
            name.Length <= 80 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.')
                ? null : "Give letters, digits, hyphens, dots and underscores, 80 at most.");

    private readonly TextOption _commit = new(
        "--commit", "id", "For the name. Default: what the pipeline's variables say", "1f0c2d7");
    private readonly ChoiceOption _ifBusy = new(
        "--if-busy", "What to do where another rollout holds the alias", "fail", "wait", "supersede");

    private readonly FollowOptions _follow = new();

    public StartCommand(Shell shell) : base(shell, "start", "Starts a rollout, from a file and options")
    {
        _input.AddTo(this);
        Add(_name);
        Add(_commit);
        Add(_ifBusy);
        _follow.AddTo(this);
    }

    /// <inheritdoc/>
    public IEnumerable<HelpSection> More =>
    [
        new("In a pipeline:", [new("canary start rollout.yaml --wait --timeout 2h", "a line a change, and an exit code")]),
        ExitCode.Help,
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult line, CommandContext context, CancellationToken interrupted)
    {
        var order = StartOrder.Of(await _input.ReadAsync(line, interrupted)) with
        {
            Name = line.GetValue(_name),
            Label = line.GetValue(_commit) ?? ExecutionName.CommitOf(context.Shell.Environment),
            IfBusy = Enum.Parse<IfBusy>(_ifBusy.Of(line), ignoreCase: true),
        };
        InputOptions.Check(order.Input, (await context.StackAsync(interrupted)).ExecutionArn("check"));
        return await new Release(context, _follow.Mode(line), _follow.Timeout(line)).RunAsync(order, interrupted);
    }
}
