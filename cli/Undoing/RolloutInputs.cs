using System.Text.Json;
using System.Text.Json.Nodes;
using Canary.Cli.CommandLine;
using Canary.Cli.Finding;
using Canary.Cli.Starting;

namespace Canary.Cli.Undoing;

/// <summary>The inputs of rollouts that follow from earlier ones.</summary>
internal static class RolloutInputs
{
    /// <summary>
    /// Gives a version everything at once. It is compared with nothing and no alarm can end it: what fires in the minutes after
    /// tells of the version that is undone, and must not bring it back.
    /// </summary>
    public static JsonObject ToUndo(string function, string alias, string version, string by, string why) => new()
    {
        ["functionName"] = function,
        ["aliasName"] = alias,
        ["targetVersion"] = version,
        ["deploymentConfig"] = "AllAtOnce",
        ["analysis"] = false,
        // What another rollout left half-way is no obstacle either. One that runs still is.
        ["takeOver"] = true,
        ["by"] = by,
        ["reason"] = InputReason.Of(why),
    };

    /// <summary>The same again, for the same version where there was one.</summary>
    /// <exception cref="CommandFault">It cannot be read.</exception>
    public static JsonObject ToRetry(FoundRollout rollout, string? version, string by, string? why)
    {
        var input = Parsed(rollout) ?? throw CommandFault.Misused(
            $"The input of {rollout.Name} is no JSON object, so that it cannot be tried again: canary show {rollout.Name}");
        if (version is not null)
        {
            input["targetVersion"] = version;
            // A version that is published keeps the description that it has.
            input.Remove("description");
        }
        input["by"] = by;
        input["reason"] = InputReason.Of(why ?? $"{rollout.Name} again");
        return input;
    }

    private static JsonObject? Parsed(FoundRollout rollout)
    {
        try
        {
            return JsonNode.Parse(rollout.Input ?? "null") as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
