using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Canary.Cli.CommandLine;
using Canary.Cli.Doctor;
using Canary.Cli.Finding;
using Canary.Cli.Verbs;

namespace Canary.Cli.Commands;

/// <summary><c>canary doctor [FUNCTION:ALIAS]</c>.</summary>
internal sealed class DoctorCommand : AwsCommand, IExplained
{
    private readonly Argument<string?> _alias = new("alias")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "function:alias, to look at its alarms and metrics too",
    };

    private readonly Option<string[]> _alarms = new("--alarm")
    {
        HelpName = "name",
        Description = "An alarm to look at; repeatable. Default: those of the last rollout",
    };

    public DoctorCommand(Shell shell) : base(shell, "doctor", "Looks whether rollouts can be trusted here, and says what to mend")
    {
        Add(_alias);
        Add(_alarms);
    }

    /// <inheritdoc/>
    public IEnumerable<HelpSection> More =>
    [
        new("It ends with:",
        [
            new("0", "nothing is wrong; ! is what should be known"),
            new("2", "something has to be mended"),
            new("5", "AWS could not be asked"),
        ]),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult line, CommandContext context, CancellationToken interrupted)
    {
        var named = line.GetValue(_alias) is { } text ? RolloutName.Parse(text) : null;
        if (named is { Execution: not null })
            throw CommandFault.Misused($"\"{named.Execution}\" is no alias. Give function:alias, such as orders:live.");
        var found = new List<Symptom>();
        await foreach (var symptom in LookAsync(context, named, line.GetValue(_alarms), interrupted))
        {
            found.Add(symptom);
            context.Output.Say(symptom.ToString());
        }
        var bad = found.Count(symptom => symptom.Sign == Sign.Bad);
        context.Output.Answer(
            bad == 0 ? "Nothing is wrong." : $"{bad} {(bad == 1 ? "thing has" : "things have")} to be mended.",
            new JsonObject
            {
                ["healthy"] = bad == 0,
                ["found"] = new JsonArray([.. found.Select(symptom => symptom.ToJson())]),
            });
        return bad == 0 ? ExitCode.Done : ExitCode.Misused;
    }

    private static async IAsyncEnumerable<Symptom> LookAsync(
        CommandContext context, RolloutName? named, string[]? alarms, [EnumeratorCancellation] CancellationToken interrupted)
    {
        var (caller, stack) = (await context.CallerAsync(interrupted), await context.StackAsync(interrupted));
        yield return Symptom.Good("credentials", $"you are {caller.Arn}, in {stack.Place}.");
        var machine = new StackExam(context.Aws, stack);
        await foreach (var symptom in machine.LookAsync(interrupted)) yield return symptom;
        if (!machine.IsThere) yield break;
        yield return await new PlanExam(await context.FunctionsAsync(interrupted), stack, context.Time).LookAsync(interrupted);
        yield return await new PermissionExam(context.Aws, stack, context.Time).LookAsync(interrupted);
        var own = new OwnAlarmsExam(context.Aws, stack, context.Time);
        foreach (var symptom in await own.LookAsync(interrupted)) yield return symptom;
        if (named is not { Function: { } function, Alias: { } alias }) yield break;
        var exam = new AliasExam(context.Aws, context.Rollouts, context.Time, function, alias);
        var watched = alarms is { Length: > 0 } ? alarms : null;
        foreach (var symptom in await exam.LookAsync(watched, interrupted)) yield return symptom;
    }
}
