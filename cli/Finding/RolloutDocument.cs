using System.Text.Json;
using Canary.Rollouts;

namespace Canary.Cli.Finding;

/// <summary>Finds the rollout's document in what an execution's history carries.</summary>
internal static class RolloutDocument
{
    /// <returns>Null where the text is something else, such as a plain cause.</returns>
    public static Rollout? Find(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        try
        {
            return JsonSerializer.Deserialize(text, CanaryJson.Relaxed.Rollout);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
