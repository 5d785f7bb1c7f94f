using System.Text.Json;
using Canary.Input;
using Canary.Rollouts;
using Canary.Wording;

namespace Canary.Answers;

/// <summary>A person's word on a rollout that waits.</summary>
/// <param name="Execution">The execution's ARN.</param>
/// <param name="By">Who says it.</param>
/// <param name="Approve">Whether the rollout may go on.</param>
/// <param name="Reason">Why, or null.</param>
public sealed record ApproveRequest(string Execution, string By, bool Approve, string? Reason)
{
    internal const int LongestExecution = 256;

    private static readonly string[] Fields = ["execution", "by", "approve", "reason"];

    /// <summary>Reads it, strictly.</summary>
    /// <param name="input">The input, whatever it is.</param>
    /// <param name="faults">Takes every fault.</param>
    /// <returns>Null where there was a fault.</returns>
    public static ApproveRequest? Read(JsonElement input, List<string> faults)
    {
        if (input.ValueKind != JsonValueKind.Object)
        {
            faults.Add($"The input is {Quoted.Of(input)}. It must be a JSON object with {string.Join(", ", Fields)}.");
            return null;
        }
        try
        {
            var request = Of(new FieldReader(input, "", faults, Fields), faults);
            return faults.Count == 0 ? request : null;
        }
        catch (InvalidOperationException)
        {
            // JSON may escape half of a character that takes two, and no text can hold that.
            faults.Add("The input holds half a character, such as \\ud800 alone. Write whole characters.");
            return null;
        }
    }

    /// <summary>The output with which the task succeeds.</summary>
    public ApprovalOutput Output => new(Approve, By, Reason);

    private static ApproveRequest Of(FieldReader fields, List<string> faults)
    {
        if (!fields.Has("execution")) faults.Add("execution is missing. Give the ARN of the rollout's execution.");
        if (!fields.Has("by")) faults.Add("by is missing. Say who you are: the rollout's story names you.");
        var execution = fields.Text("execution", LongestExecution, "the ARN of the rollout's execution") ?? "";
        if (execution.Length > 0 && !execution.Contains(":execution:", StringComparison.Ordinal))
        {
            faults.Add($"execution is {Quoted.Of(execution)}. It must be the ARN of the rollout's execution, "
                + "such as arn:aws:states:us-east-1:123456789012:execution:Canary:release-1.");
        }
        return new(
            execution,
            fields.Text("by", Limits.ApproverLength, "who says it") ?? "",
            fields.Flag("approve", "true, which is the default, or false to reject") ?? true,
            fields.Text("reason", Limits.ReasonLength, "why", lines: true));
    }
}
