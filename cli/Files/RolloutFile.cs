using System.Text.Json;
using System.Text.Json.Nodes;
using Canary.Cli.CommandLine;

namespace Canary.Cli.Files;

/// <summary>A rollout's input, in a file.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Input">The execution's input.</param>
internal sealed record RolloutFile(string Path, JsonObject Input)
{
    /// <exception cref="CommandFault">It cannot be read, or is no JSON object.</exception>
    public static async Task<RolloutFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var text = await File.ReadAllTextAsync(path, cancellationToken);
            return JsonNode.Parse(text) is JsonObject input
                ? new(path, input)
                : throw CommandFault.Misused($"{path} holds no JSON object. A rollout is one, with functionName and aliasName.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            throw CommandFault.Misused($"{path} cannot be read: {fault.Message}");
        }
    }
}
