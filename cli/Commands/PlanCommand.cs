using System.CommandLine;
using Canary.Cli.CommandLine;
using Canary.Cli.Files;
using Canary.Cli.Planning;
using Canary.Cli.Verbs;

namespace Canary.Cli.Commands;

/// <summary><c>canary plan [FILE]</c>.</summary>
internal sealed class PlanCommand : AwsCommand, IExplained
{
    private readonly FileArgument _file = new("The rollout file. Default: the only one that is here", ArgumentArity.ZeroOrOne);

    public PlanCommand(Shell shell)
        : base(shell, "plan", "Asks AWS what would become of a rollout, and changes nothing") => Add(_file);

    /// <inheritdoc/>
    public IEnumerable<HelpSection> More =>
    [
        new("It ends with:",
        [
            new("0", "it could begin, or there is nothing to do"),
            new("2", "it would be refused: each fault at its line"),
            new("3", "another rollout holds the alias"),
            new("5", "AWS could not be asked"),
        ]),
    ];

    protected override async Task<int> RunAsync(ParseResult line, CommandContext context, CancellationToken interrupted)
    {
        var file = await RolloutFile.ReadAsync(RolloutFile.Chosen(line.GetValue(_file)?.FirstOrDefault()), interrupted);
        var stack = await context.StackAsync(interrupted);
        var question = PlanQuestion.Of(file, stack, context.Time.GetUtcNow());
        var answer = await (await context.FunctionsAsync(interrupted)).InvokeAsync(stack.PlanFunction, question, interrupted);
        var plan = PlanAnswer.Of(file, answer);
        context.Output.Answer(plan.Text, plan.Json);
        return plan.ExitCode;
    }
}
