using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Canary.StatesLanguage.States;

namespace Canary.Local.StepFunctions.Tasks;

/// <summary>The service integrations that Canary.Local has.</summary>
internal sealed partial class ServiceIntegrations : ITaskResources
{
    private static readonly ImmutableArray<ServiceIntegration> Known =
    [
        ServiceIntegration.Invoke,
        ServiceIntegration.Invoke with { Action = "invoke.waitForTaskToken", IsCallback = true },
        ServiceIntegration.PutEvents,
    ];

    private static string Supported =>
        string.Join(", ", Known.Select(resource => $"'{resource.Arn}'")) + " or a Lambda function's ARN";

    /// <inheritdoc/>
    public TaskResource Find(string? name, Action<string> report)
    {
        if (name is null) return ServiceIntegration.Invoke;
        if (FunctionArn().IsMatch(name)) return ServiceIntegration.Invoke with { Function = name };
        if (Known.FirstOrDefault(resource => resource.Arn == name) is { } known) return known;
        report(name.StartsWith("arn:", StringComparison.Ordinal)
            ? $"Resource '{name}' is not supported by Canary.Local: use {Supported}"
            : $"Value '{name}' is not a valid resource ARN");
        return ServiceIntegration.Invoke;
    }

    [GeneratedRegex(@"^arn:aws[a-z-]*:lambda:[a-z0-9-]+:[0-9]{12}:function:[a-zA-Z0-9-_]+(:(\$LATEST|[a-zA-Z0-9-_]+))?\z")]
    private static partial Regex FunctionArn();
}
