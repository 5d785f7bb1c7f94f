using System.Runtime.CompilerServices;
using Amazon.Lambda.Model;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Canary.Aliases;
using Canary.Cli.Aws;
using Canary.Cli.CommandLine;

namespace Canary.Cli.Finding;

/// <summary>Finds the rollout that a person means.</summary>
/// <param name="aws">Where it looks.</param>
/// <param name="stackAsync">Canary's stack.</param>
internal sealed class RolloutFinder(AwsAccess aws, Func<CancellationToken, Task<Stack>> stackAsync)
{
    /// <summary>How many rollouts are looked through for the last one of a function. Each costs a call.</summary>
    private const int Depth = 300;

    /// <summary>Described at a time: Step Functions takes 15 such calls a second, and more for a while.</summary>
    private const int AtOnce = 8;

    /// <summary>
    /// The rollout that is named by <c>function:alias</c> (the running or the last one), by its name or by its ARN.
    /// </summary>
    /// <exception cref="CommandFault">There is none.</exception>
    public async Task<FoundRollout> FindAsync(string text, CancellationToken cancellationToken)
    {
        var named = RolloutName.Parse(text);
        if (named is { Execution: { } execution })
        {
            var arn = named.IsArn ? execution : (await stackAsync(cancellationToken)).ExecutionArn(execution);
            return await DescribeAsync(arn, cancellationToken);
        }
        var (function, alias) = (named.Function!, named.Alias!);
        if (await HoldingAsync(function, alias, cancellationToken) is { IsRunning: true } running) return running;
        return await LastAsync(function, alias, cancellationToken)
            ?? throw CommandFault.Misused($"There is no rollout of {function}:{alias} among the last {Depth} of stack "
                + $"{(await stackAsync(cancellationToken)).Name}. Name it by its execution, "
                + "or say --stack, --region or --profile.");
    }

    /// <summary>The newest rollout of an alias; null where there is none among those that are looked through.</summary>
    public async Task<FoundRollout?> LastAsync(string function, string alias, CancellationToken cancellationToken)
    {
        var left = Depth;
        await foreach (var rollout in ListAsync(cancellationToken))
        {
            if (rollout.Function == function && rollout.Alias == alias) return rollout;
            if (--left == 0) break;
        }
        return null;
    }

    /// <summary>How one stands.</summary>
    /// <exception cref="CommandFault">There is no such execution.</exception>
    public async Task<FoundRollout> DescribeAsync(string arn, CancellationToken cancellationToken) =>
        await TryDescribeAsync(arn, cancellationToken)
        ?? throw CommandFault.Misused(
            $"There is no rollout {arn}. Name it by function:alias, or say --stack, --region or --profile.");

    /// <summary>The same; null where there is no such execution: anybody may have written its name.</summary>
    public async Task<FoundRollout?> TryDescribeAsync(string arn, CancellationToken cancellationToken)
    {
        try
        {
            var found = await aws.StepFunctions.DescribeExecutionAsync(
                new DescribeExecutionRequest { ExecutionArn = arn }, cancellationToken);
            var document = RolloutDocument.Find(found.Output) ?? RolloutDocument.Find(found.Cause);
            return new(found.ExecutionArn, found.Status.Value, Time(found.StartDate) ?? default, Time(found.StopDate))
            {
                Input = found.Input,
                Document = document,
                Error = found.Error,
                Cause = document is null ? found.Cause : null,
            };
        }
        catch (AmazonStepFunctionsException none) when (none is ExecutionDoesNotExistException or InvalidArnException)
        {
            return null;
        }
    }

    /// <summary>
    /// The rollout whose mark an alias bears, however that stands; null where there is none. Anybody may have written the mark.
    /// </summary>
    public async Task<FoundRollout?> HoldingAsync(string function, string alias, CancellationToken cancellationToken) =>
        await HolderAsync(function, alias, cancellationToken) is { } arn && Hold.IsExecution(arn)
            ? await TryDescribeAsync(arn, cancellationToken)
            : null;

    /// <summary>All rollouts of the stack, the newest first, as far as they are read.</summary>
    public async IAsyncEnumerable<FoundRollout> ListAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken, string? status = null)
    {
        var stack = await stackAsync(cancellationToken);
        var request = new ListExecutionsRequest { StateMachineArn = stack.StateMachineArn, MaxResults = 100 };
        if (status is not null) request.StatusFilter = status;
        do
        {
            var page = await PageAsync(stack, request, cancellationToken);
            foreach (var some in (page.Executions ?? []).Chunk(AtOnce))
            {
                var found = await Task.WhenAll(some.Select(one => TryDescribeAsync(one.ExecutionArn, cancellationToken)));
                foreach (var rollout in found.OfType<FoundRollout>()) yield return rollout;
            }
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is not null);
    }

    /// <summary>
    /// The execution that the alias's mark names; null where nobody holds it, and where there is no such alias.
    /// </summary>
    public async Task<string?> HolderAsync(string function, string alias, CancellationToken cancellationToken)
    {
        try
        {
            var found = await aws.Lambda.GetAliasAsync(
                new GetAliasRequest { FunctionName = function, Name = alias }, cancellationToken);
            return Hold.HolderOf(found.Description ?? "");
        }
        catch (Amazon.Lambda.Model.ResourceNotFoundException)
        {
            return null;
        }
    }

    private async Task<ListExecutionsResponse> PageAsync(
        Stack stack, ListExecutionsRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await aws.StepFunctions.ListExecutionsAsync(request, cancellationToken);
        }
        catch (StateMachineDoesNotExistException missing)
        {
            throw CommandFault.Unreachable($"There is no stack {stack.Name} in {stack.Place}: it has no state machine "
                + $"{stack.Name}. Deploy Canary there, or say --stack, --region or --profile.", missing);
        }
    }

    private static DateTimeOffset? Time(DateTime? at) => at is { } known ? new DateTimeOffset(known.ToUniversalTime()) : null;
}
