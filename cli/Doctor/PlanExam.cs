using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Canary.Cli.Aws;
using Canary.Cli.CommandLine;
using Canary.Rollouts;

namespace Canary.Cli.Doctor;

/// <summary>Has PlanRollout refuse an empty input: it changes nothing, and shows which documents the stack writes.</summary>
internal sealed class PlanExam(StackFunctions functions, Stack stack, TimeProvider time)
{
    private const string About = "documents";

    public async Task<Symptom> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            return Of(await functions.InvokeAsync(
                stack.PlanFunction,
                new JsonObject
                {
                    ["input"] = new JsonObject(),
                    ["execution"] = stack.ExecutionArn("canary-doctor"),
                    ["at"] = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                },
                cancellationToken));
        }
        catch (CommandFault fault)
        {
            return Symptom.Bad(About, fault.Message);
        }
        catch (Exception fault) when (AwsFaults.IsDenied(fault))
        {
            return Symptom.Doubtful(
                About, $"you may not invoke {stack.PlanFunction} (lambda:InvokeFunction), which canary plan needs.");
        }
    }

    /// <summary>What an answer says.</summary>
    internal static Symptom Of(JsonElement answer)
    {
        var version = answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("schemaVersion", out var found)
            ? found.ToString()
            : "none";
        return version == Rollout.Schema
            ? Symptom.Good(About, $"the Lambdas answer, and write documents of version {version}, as this program reads them.")
            : Symptom.Bad(About, $"the Lambdas write documents of version {version}, and this program reads {Rollout.Schema}. "
                + "Deploy this release of Canary, or use the program of the one that is deployed.");
    }
}
