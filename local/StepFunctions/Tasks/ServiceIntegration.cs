using System.Collections.Immutable;
using Canary.StatesLanguage.States;

namespace Canary.Local.StepFunctions.Tasks;

/// <summary>One of Step Functions' service integrations, or a function that is the resource itself.</summary>
/// <param name="Service">Such as <c>lambda</c>.</param>
/// <param name="Action">Such as <c>invoke</c>, with the pattern of the integration at its end.</param>
/// <param name="IsCallback">The task ends when its token comes back, not when the service has answered.</param>
/// <param name="Request">The members of the request that Canary.Local passes on.</param>
/// <param name="Required">The member that a request must have.</param>
internal sealed record ServiceIntegration(
    string Service, string Action, bool IsCallback, ImmutableArray<string> Request, string Required)
    : TaskResource
{
    /// <summary>Invokes a function and waits for its answer.</summary>
    public static readonly ServiceIntegration Invoke = new(
        "lambda", "invoke", false, ["FunctionName", "Payload", "Qualifier"], "FunctionName");

    /// <summary>Puts events on a bus.</summary>
    public static readonly ServiceIntegration PutEvents = new("events", "putEvents", false, ["Entries"], "Entries");

    /// <summary>
    /// The ARN of the function that is the resource itself: it gets the state's input, and what it answers is the result. Null
    /// for an integration.
    /// </summary>
    public string? Function { get; init; }

    /// <summary>How AWS names it where its result is too long.</summary>
    public string Source => Function ?? Service;

    /// <summary>Its name in a definition.</summary>
    public string Arn => $"arn:aws:states:::{Service}:{Action}";

    /// <inheritdoc/>
    public override IEnumerable<string> Problems(IReadOnlyList<string> members)
    {
        // A function takes anything.
        if (Function is not null) return [];
        var problems = members.Except(Request)
            .Select(name => $"The field '{name}' is not supported by Step Functions in Canary.Local");
        return members.Contains(Required) ? problems : problems.Append($"The field '{Required}' is required but was missing");
    }
}
