using Amazon.StepFunctions.Model;
using Canary.Cli.Aws;
using Canary.Cli.CommandLine;
using Canary.Cli.Finding;
using Canary.Cli.Verbs;
using Canary.Cli.Watching;

namespace Canary.Cli.Starting;

/// <summary>Starts rollouts.</summary>
internal sealed class Starter(CommandContext context)
{
    /// <summary>Far more than anybody tries.</summary>
    private const int MostAttempts = 200;

    /// <summary>A network that is cut comes back by then, and whoever only starts one still waits for the answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Starts one, once the alias is free for it.</summary>
    /// <exception cref="CommandFault">The alias is held, the name is taken, or AWS refuses.</exception>
    public async Task<FoundRollout> StartAsync(StartOrder order, CancellationToken cancellationToken)
    {
        if (!order.Input.ContainsKey("by")) order.Input["by"] = (await context.CallerAsync(cancellationToken)).Name;
        await new Busy(context).SettleAsync(order, cancellationToken);
        var input = Output.Line(order.Input);
        if (order.Name is { } given)
        {
            return await TryStartAsync(given, input, isNew: false, cancellationToken) ?? throw CommandFault.Misused(
                $"There is a rollout {given} already, and a name can be used once in 90 days. "
                + "Give another --name, or leave it out.");
        }
        var label = order.Label ?? ExecutionName.LabelOf(context.Time.GetUtcNow());
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var name = ExecutionName.Of(order.Function, label, attempt);
            // The same name and input while the first one runs would be taken for the same start.
            if (await FoundAsync(name, cancellationToken) is not null) continue;
            if (await TryStartAsync(name, input, isNew: true, cancellationToken) is { } started) return started;
        }
        throw CommandFault.Misused($"{MostAttempts} rollouts of {order.Function} for {label} are there already. Give a --name.");
    }

    /// <summary>
    /// Starts it, and asks again under the same name where AWS gives no answer: one that has begun all the same begins once.
    /// </summary>
    /// <param name="name">The execution's name.</param>
    /// <param name="input">Its input.</param>
    /// <param name="isNew">Whether there was none of this name just now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where the name is taken by another.</returns>
    private async Task<FoundRollout?> TryStartAsync(
        string name, string input, bool isNew, CancellationToken cancellationToken)
    {
        var persistence = new Persistence(context.Aws.Renew, context.Time, Patience);
        var isTold = false;
        FoundRollout? started = null;
        while (!await persistence.TryAsync(
            async () => started = await StartOnceAsync(name, input, isNew, cancellationToken), cancellationToken))
        {
            if (!isTold) context.Output.Warn($"{persistence.Trouble!.Text} Trying on, to start {name} …");
            (isNew, isTold) = (true, true);
            await Task.Delay(persistence.Pause(Pause), context.Time, cancellationToken);
        }
        return started;
    }

    private async Task<FoundRollout?> StartOnceAsync(
        string name, string input, bool isNew, CancellationToken cancellationToken)
    {
        var stack = await context.StackAsync(cancellationToken);
        try
        {
            var started = await context.Aws.StepFunctions.StartExecutionAsync(
                new StartExecutionRequest { StateMachineArn = stack.StartArn, Name = name, Input = input },
                cancellationToken);
            var at = started.StartDate is { } date ? new DateTimeOffset(date.ToUniversalTime()) : context.Time.GetUtcNow();
            return new(started.ExecutionArn, "RUNNING", at, null) { Input = input };
        }
        catch (ExecutionAlreadyExistsException)
        {
            // It was asked for before, the answer was lost, and it has ended since.
            var found = isNew ? await FoundAsync(name, cancellationToken) : null;
            return found?.Input == input ? found : null;
        }
        catch (StateMachineDoesNotExistException missing)
        {
            throw CommandFault.Unreachable($"There is no stack {stack.Name} in {stack.Place}: it has no state machine "
                + $"{stack.Name} with an alias {Stack.MachineAlias}. Deploy this release of Canary there, or say --stack, "
                + "--region or --profile.", missing);
        }
    }

    private async Task<FoundRollout?> FoundAsync(string name, CancellationToken cancellationToken) => await context.Rollouts
        .TryDescribeAsync((await context.StackAsync(cancellationToken)).ExecutionArn(name), cancellationToken);
}
