using System.Text.Json.Nodes;
using Canary.Local.Deploy.Plan;
using Canary.Local.Lambda.Model;

namespace Canary.Local.Deploy.Template;

/// <summary>Makes the plan from a parsed template.</summary>
internal sealed class TemplateReader
{
    private const string Sam = "AWS::Serverless-2016-10-31";

    private static readonly string[] Sections =
        ["AWSTemplateFormatVersion", "Transform", "Description", "Metadata", "Parameters", "Conditions", "Globals", "Resources", "Outputs"];

    private readonly JsonObject _template;
    private readonly List<TemplateResource> _resources;
    private readonly ResourceNames _names;
    private readonly TemplateConditions _conditions;
    private readonly TemplateEvents _events;
    private readonly TemplateMessages _messages;
    private readonly TemplateAlarms _alarms;
    private readonly List<string> _notEmulated = [];

    private TemplateReader(JsonObject template, StackContext stack)
    {
        _template = template;
        if (template.FirstOrDefault(section => !Sections.Contains(section.Key)).Key is { } unknown)
            throw new TemplateException($"The local deployment does not understand the template's section '{unknown}'.");
        if (template["Transform"]?.ToString() is not Sam and var transform)
            throw new TemplateException($"The template's Transform must be {Sam}, not '{transform}'.");
        var globals = TemplateGlobals.Functions(template["Globals"]);
        var parameters = TemplateParameters.Read(template["Parameters"] as JsonObject, stack);
        _conditions = new TemplateConditions(template["Conditions"] as JsonObject, parameters);
        _resources = [.. Section("Resources").Select(entry => TemplateResource.Read(entry.Key, entry.Value, globals)).Where(IsThere)];
        _names = new ResourceNames(_resources, stack, parameters, _conditions);
        _events = new TemplateEvents(_names, stack);
        _messages = new TemplateMessages(_names, AddNotEmulated);
        _alarms = new TemplateAlarms(_names, AddNotEmulated);
    }

    /// <summary>Reads a SAM template.</summary>
    /// <param name="template">Its YAML.</param>
    /// <param name="stack">What it is deployed as.</param>
    /// <exception cref="TemplateException">It is wrong, or has something that the local deployment would need to act on and does not understand.</exception>
    public static DeploymentPlan Read(string template, StackContext stack)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(stack);
        return new TemplateReader(TemplateYaml.Read(template), stack).Read();
    }

    private DeploymentPlan Read()
    {
        var functions = Of(TemplateResource.Function).Select(Function).ToList();
        var machines = Of(TemplateResource.StateMachine).Select(StateMachine).ToList();
        var rules = Of(TemplateResource.Function).SelectMany(_events.Read).Concat(Of(TemplateResource.Rule).Select(_events.Rule)).ToList();
        var (queues, topics) = (Of(TemplateResource.Queue).Select(_messages.Queue).ToList(), Of(TemplateResource.Topic).Select(_messages.Topic).ToList());
        var subscriptions = Of(TemplateResource.Topic).SelectMany(_messages.SubscriptionsOf)
            .Concat(Of(TemplateResource.Subscription).SelectMany(_messages.Subscription)).ToList();
        var alarms = Of(TemplateResource.Alarm).Select(_alarms.Alarm).ToList();
        var composites = Of(TemplateResource.CompositeAlarm).Select(_alarms.Composite).ToList();
        _notEmulated.AddRange(_resources.Where(resource => !resource.IsEmulated).Select(resource => $"{resource.LogicalId} ({resource.Type})"));
        var outputs = Section("Outputs").Where(output => IsThere((output.Value as JsonObject)?["Condition"]?.ToString())).Select(Output).ToList();
        return new DeploymentPlan(functions, machines, rules, queues, topics, subscriptions, alarms, composites, outputs, _notEmulated);
    }

    private JsonObject Section(string name) => _template[name] as JsonObject ?? [];

    private bool IsThere(TemplateResource resource) => IsThere(resource.Condition);

    private bool IsThere(string? condition) => condition is null || _conditions.Holds(condition);

    private void AddNotEmulated(TemplateResource resource, IEnumerable<string> properties) =>
        _notEmulated.AddRange(properties.Select(property => $"{resource.LogicalId}.{property}"));

    private IEnumerable<TemplateResource> Of(string type) => _resources.Where(resource => resource.Type == type);

    private PlannedFunction Function(TemplateResource resource)
    {
        var properties = new PropertyReader(resource.LogicalId, resource.Properties, _names.Values);
        PassOver(resource, properties, "FunctionName", ["Tracing", "LoggingConfig", "Policies", "Tags", "PermissionsBoundary", "KmsKeyArn"]);
        // They are rules of their own.
        properties.PassOver("Events");
        var environment = properties.Section("Environment");
        var letters = properties.Section("DeadLetterQueue");
        var planned = new PlannedFunction(
            resource.LogicalId,
            _names.Name(resource),
            _names.Arn(resource),
            properties.RequiredText("Runtime"),
            properties.RequiredText("Handler"),
            properties.RequiredText("CodeUri"))
        {
            Role = properties.Text("Role") ?? _names.RoleArn(resource),
            Description = properties.Text("Description") ?? "",
            TimeoutSeconds = properties.Number("Timeout") ?? 3,
            MemoryMb = properties.Number("MemorySize") ?? 128,
            Architecture = properties.OnlyOne("Architectures") ?? "x86_64",
            Environment = environment.Texts("Variables"),
            DeadLetterTarget = DeadLetterTarget(letters),
            EventInvoke = properties.Has("EventInvokeConfig") ? EventInvoke(properties.Section("EventInvokeConfig")) : null,
        };
        environment.RefuseTheRest();
        letters.RefuseTheRest();
        properties.RefuseTheRest();
        return planned;
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
                $"EventInvokeConfig: the destination of the Type {type} has no Destination: give it an ARN, the local deployment makes none.");
    }

    private PlannedStateMachine StateMachine(TemplateResource resource)
    {
        var properties = new PropertyReader(resource.LogicalId, resource.Properties, _names.Values);
        PassOver(resource, properties, "Name", ["Logging", "Policies", "Tags", "Tracing", "PermissionsBoundary", "EncryptionConfiguration"]);
        if (properties.Text("Type") is { } type and not "STANDARD")
            throw new TemplateException($"{resource.LogicalId}: the local deployment does not understand the Type '{type}'. It knows STANDARD.");
        var planned = new PlannedStateMachine(
            resource.LogicalId,
            _names.Name(resource),
            _names.Arn(resource),
            properties.Text("Role") ?? _names.RoleArn(resource),
            properties.RequiredText("DefinitionUri"),
            properties.Texts("DefinitionSubstitutions"));
        properties.RefuseTheRest();
        return planned;
    }

    private void PassOver(TemplateResource resource, PropertyReader properties, string name, ReadOnlySpan<string> notEmulated)
    {
        properties.PassOver(name);
        _notEmulated.AddRange(properties.PassOver(notEmulated).Select(property => $"{resource.LogicalId}.{property}"));
    }

    private PlannedOutput Output(KeyValuePair<string, JsonNode?> output)
    {
        var properties = new PropertyReader($"Output '{output.Key}'", output.Value as JsonObject ?? [], _names.Values);
        properties.PassOver("Export", "Condition");
        var planned = new PlannedOutput(output.Key, properties.Text("Description") ?? "", properties.RequiredText("Value"));
        properties.RefuseTheRest();
        return planned;
    }
}
