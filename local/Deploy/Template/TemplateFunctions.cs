using Canary.Local.Deploy.Plan;
using Canary.Local.Lambda.Model;

namespace Canary.Local.Deploy.Template;

/// <summary>Reads the template's functions and state machines.</summary>
/// <param name="names">Resolves values.</param>
/// <param name="notEmulated">Takes the properties that AWS would act on besides.</param>
internal sealed class TemplateFunctions(ResourceNames names, Action<TemplateResource, IEnumerable<string>> notEmulated)
{
    public PlannedFunction Function(TemplateResource resource)
    {
        var properties = new PropertyReader(resource.LogicalId, resource.Properties, names.Values);
        PassOver(
            resource,
            properties,
            "FunctionName",
            ["Tracing", "LoggingConfig", "Policies", "Tags", "PermissionsBoundary", "KmsKeyArn"]);
        // They are rules of their own.
        properties.PassOver("Events");
        var environment = properties.Section("Environment");
        var letters = properties.Section("DeadLetterQueue");
        var planned = new PlannedFunction(
            resource.LogicalId,
            names.Name(resource),
            names.Arn(resource),
            properties.RequiredText("Runtime"),
            properties.RequiredText("Handler"),
            properties.RequiredText("CodeUri"))
        {
            Role = properties.Text("Role") ?? names.RoleArn(resource),
            Description = properties.Text("Description") ?? "",
            TimeoutSeconds = properties.Number("Timeout") ?? 3,
            MemoryMb = properties.Number("MemorySize") ?? 128,
            Architecture = properties.OnlyOne("Architectures") ?? "x86_64",
            Environment = environment.Texts("Variables"),
            DeadLetterTarget = DeadLetterTarget(letters),
            PublishedAs = Published(properties),
            EventInvoke = properties.Has("EventInvokeConfig") ? EventInvoke(properties.Section("EventInvokeConfig")) : null,
        };
        environment.RefuseTheRest();
        letters.RefuseTheRest();
        properties.RefuseTheRest();
        return planned;
    }

    private static PublishedAs? Published(PropertyReader properties)
    {
        var (alias, anyChange) =
            (properties.Text("AutoPublishAlias"), properties.Flag("AutoPublishAliasAllProperties") ?? false);
        return alias is null ? null : new(alias, anyChange);
    }

    private static string? DeadLetterTarget(PropertyReader letters)
    {
        if (letters.Text("Type") is { } type and not ("SQS" or "SNS"))
            throw new TemplateException($"DeadLetterQueue: there is no Type '{type}', but SQS and SNS.");
        return letters.Text("TargetArn");
    }

    private static EventInvokeConfig EventInvoke(PropertyReader properties)
    {
        var destinations = properties.Section("DestinationConfig");
        var config = new EventInvokeConfig(
            properties.Number("MaximumRetryAttempts"),
            properties.Number("MaximumEventAgeInSeconds"),
            Destination(destinations.Section("OnSuccess")),
            Destination(destinations.Section("OnFailure")));
        destinations.RefuseTheRest();
        properties.RefuseTheRest();
        return config;
    }

    /// <summary>SAM would make a queue or a topic for a Type without a Destination: name one that the template has.</summary>
    private static string? Destination(PropertyReader properties)
    {
        var (type, arn) = (properties.Text("Type"), properties.Text("Destination"));
        properties.RefuseTheRest();
        return type is null || arn is not null ? arn
            : throw new TemplateException(
                $"EventInvokeConfig: the destination of the Type {type} has no Destination: give it an "
                + "ARN, the local deployment makes none.");
    }

    public PlannedStateMachine StateMachine(TemplateResource resource)
    {
        var properties = new PropertyReader(resource.LogicalId, resource.Properties, names.Values);
        PassOver(
            resource,
            properties,
            "Name",
            [
                "Logging", "Policies", "Tags", "Tracing", "PermissionsBoundary", "EncryptionConfiguration",
                "DeploymentPreference",
            ]);
        if (properties.Text("Type") is { } type and not "STANDARD")
            throw new TemplateException(
                $"{resource.LogicalId}: the local deployment does not understand the Type '{type}'. It knows STANDARD.");
        var planned = new PlannedStateMachine(
            resource.LogicalId,
            names.Name(resource),
            names.Arn(resource),
            properties.Text("Role") ?? names.RoleArn(resource),
            properties.RequiredText("DefinitionUri"),
            properties.Texts("DefinitionSubstitutions"))
        {
            Alias = properties.Text("AutoPublishAlias"),
        };
        properties.RefuseTheRest();
        return planned;
    }

    private void PassOver(TemplateResource resource, PropertyReader properties, string name, ReadOnlySpan<string> others)
    {
        properties.PassOver(name);
        notEmulated(resource, properties.PassOver(others));
    }
}
