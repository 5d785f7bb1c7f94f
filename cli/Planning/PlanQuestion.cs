using System.Globalization;
using System.Text.Json.Nodes;
using Canary.Cli.Aws;
using Canary.Cli.Files;

namespace Canary.Cli.Planning;

/// <summary>
/// What PlanRollout is asked: as the state machine asks it, but for an execution that there is none of. It only reads.
/// </summary>
internal static class PlanQuestion
{
    public static JsonObject Of(RolloutFile file, Stack stack, DateTimeOffset now)
    {
        var name = now.UtcDateTime.ToString("'canary-plan-'yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        return new()
        {
            ["input"] = file.Input,
            ["execution"] = stack.ExecutionArn(name),
            ["at"] = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        };
    }
}
