using System.Collections.Immutable;

namespace Canary.Local.StepFunctions.Language;

/// <summary>What a Task state calls, as its Resource names it.</summary>
/// <param name="Service">Such as <c>lambda</c>.</param>
/// <param name="Action">Such as <c>invoke</c>, with the pattern of the integration at its end.</param>
/// <param name="IsCallback">The task ends when its token comes back, not when the service has answered.</param>
/// <param name="Request">The members of the request that Canary.Local passes on.</param>
/// <param name="Required">The member that a request must have.</param>
internal sealed record TaskResource(string Service, string Action, bool IsCallback, ImmutableArray<string> Request, string Required)
{
    /// <summary>Invokes a function and waits for its answer.</summary>
    public static readonly TaskResource Invoke = new("lambda", "invoke", false, ["FunctionName", "Payload", "Qualifier"], "FunctionName");

    /// <summary>Puts events on a bus.</summary>
    public static readonly TaskResource PutEvents = new("events", "putEvents", false, ["Entries"], "Entries");

    private static readonly ImmutableArray<TaskResource> Known = [Invoke, Invoke with { Action = "invoke.waitForTaskToken", IsCallback = true }, PutEvents];

    /// <summary>All that are supported, for a message.</summary>
    public static string Supported => string.Join(" or ", Known.Select(resource => $"'{resource.Arn}'"));

    private string Arn => $"arn:aws:states:::{Service}:{Action}";

    /// <summary>Finds one; null when Canary.Local does not have it.</summary>
    public static TaskResource? Find(string arn) => Known.FirstOrDefault(resource => resource.Arn == arn);
}
