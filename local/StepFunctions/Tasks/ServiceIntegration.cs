using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Canary.Local.StepFunctions.Tasks;

/// <summary>What a Task state calls, as its Resource names it.</summary>
/// <param name="Service">Such as <c>lambda</c>.</param>
/// <param name="Action">Such as <c>invoke</c>, with the pattern of the integration at its end.</param>
/// <param name="IsCallback">The task ends when its token comes back, not when the service has answered.</param>
/// <param name="Request">The members of the request that Canary.Local passes on.</param>
/// <param name="Required">The member that a request must have.</param>
internal sealed partial record ServiceIntegration(string Service, string Action, bool IsCallback, ImmutableArray<string> Request, string Required)
{
    /// <summary>Invokes a function and waits for its answer.</summary>
    public static readonly ServiceIntegration Invoke = new("lambda", "invoke", false, ["FunctionName", "Payload", "Qualifier"], "FunctionName");

    /// <summary>Puts events on a bus.</summary>
    public static readonly ServiceIntegration PutEvents = new("events", "putEvents", false, ["Entries"], "Entries");

    private static readonly ImmutableArray<ServiceIntegration> Known = [Invoke, Invoke with { Action = "invoke.waitForTaskToken", IsCallback = true }, PutEvents];

    /// <summary>All that are supported, for a message.</summary>
    public static string Supported => string.Join(", ", Known.Select(resource => $"'{resource.Arn}'")) + " or a Lambda function's ARN";

    /// <summary>
    /// The ARN of the function that is the resource itself: it gets the state's input, and what it answers is the result. Null for an integration.
    /// </summary>
    public string? Function { get; private init; }

    /// <summary>How AWS names it where its result is too long.</summary>
    public string Source => Function ?? Service;

    private string Arn => $"arn:aws:states:::{Service}:{Action}";

    /// <summary>Finds one; null when Canary.Local does not have it.</summary>
    public static ServiceIntegration? Find(string arn) =>
        FunctionArn().IsMatch(arn) ? Invoke with { Function = arn } : Known.FirstOrDefault(resource => resource.Arn == arn);

    [GeneratedRegex(@"^arn:aws[a-z-]*:lambda:[a-z0-9-]+:[0-9]{12}:function:[a-zA-Z0-9-_]+(:(\$LATEST|[a-zA-Z0-9-_]+))?\z")]
    private static partial Regex FunctionArn();
}
