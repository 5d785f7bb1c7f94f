using Amazon.Lambda.Model;
using Canary.Aliases;
using Canary.Cli.Aws;
using Canary.Cli.Finding;
using Canary.Cli.Watching;

namespace Canary.Cli.Telling;

/// <summary>Where a rollout's alias is now, whatever the rollout came to: one that was stopped cannot know.</summary>
internal static class AliasNow
{
    /// <summary>It in a sentence.</summary>
    public static async Task<string> ReadAsync(AwsAccess aws, FoundRollout rollout, CancellationToken cancellationToken)
    {
        if (rollout is not { Function: { Length: > 0 } function, Alias: { Length: > 0 } alias }) return "the input names none";
        try
        {
            var found = await aws.Lambda.GetAliasAsync(
                new GetAliasRequest { FunctionName = function, Name = alias }, cancellationToken);
            return $"{alias} is at {AliasReader.StateOf(found)} now{HeldBy(Hold.HolderOf(found.Description ?? ""), rollout)}";
        }
        catch (ResourceNotFoundException)
        {
            return $"there is no alias {alias} now";
        }
        catch (Exception fault) when (AwsFaults.IsDenied(fault))
        {
            return $"{alias} may not be read";
        }
    }

    private static string HeldBy(string? holder, FoundRollout rollout) => holder switch
    {
        null => ", and no rollout holds it",
        _ when holder != rollout.Arn => $", and {holder} holds it",
        _ when rollout.IsRunning => ", and this rollout holds it",
        _ => ", and this rollout holds it still: RestoreAlias gives it back within five minutes",
    };
}
