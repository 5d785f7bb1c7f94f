using System.Text.Json.Nodes;
using Canary.Local.Deploy.Plan;

namespace Canary.Local.Deploy.Template;

/// <summary>Makes the plan from a parsed template.</summary>
internal sealed class TemplateReader
{
    private const string Sam = "AWS::Serverless-2016-10-31";

    private static readonly string[] Sections =
    [
        "AWSTemplateFormatVersion", "Transform", "Description", "Metadata", "Parameters", "Conditions", "Globals",
        "Resources", "Outputs",
    ];

    private readonly JsonObject _template;
    private readonly List<TemplateResource> _resources;
    private readonly ResourceNames _names;
    private readonly TemplateConditions _conditions;
    private readonly TemplateFunctions _functions;
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
        var resources = Section("Resources").Select(entry => TemplateResource.Read(entry.Key, entry.Value, globals));
        _resources = [.. resources.Where(IsThere)];
        _names = new ResourceNames(_resources, stack, parameters, _conditions);
        _functions = new TemplateFunctions(_names, AddNotEmulated);
        _events = new TemplateEvents(_names, stack);
        _messages = new TemplateMessages(_names, AddNotEmulated);
        _alarms = new TemplateAlarms(_names, AddNotEmulated);
    }

    /// <summary>Reads a SAM template.</summary>
    /// <param name="template">Its YAML.</param>
    /// <param name="stack">What it is deployed as.</param>
    /// <exception cref="TemplateException">
    /// It is wrong, or has something that the local deployment would need to act on and does not understand.
    /// </exception>
    public static DeploymentPlan Read(string template, StackContext stack)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(stack);
        return new TemplateReader(TemplateYaml.Read(template), stack).Read();
    }

    private DeploymentPlan Read()
    {
        var functions = Of(TemplateResource.Function).Select(_functions.Function).ToList();
        var machines = Of(TemplateResource.StateMachine).Select(_functions.StateMachine).ToList();
        var rules = Of(TemplateResource.Function)
            .SelectMany(_events.Read)
            .Concat(Of(TemplateResource.Rule).Select(_events.Rule))
            .ToList();
        var queues = Of(TemplateResource.Queue).Select(_messages.Queue).ToList();
        var topics = Of(TemplateResource.Topic).Select(_messages.Topic).ToList();
        var subscriptions = Of(TemplateResource.Topic).SelectMany(_messages.SubscriptionsOf)
            .Concat(Of(TemplateResource.Subscription).SelectMany(_messages.Subscription)).ToList();
        var alarms = Of(TemplateResource.Alarm).Select(_alarms.Alarm).ToList();
        var composites = Of(TemplateResource.CompositeAlarm).Select(_alarms.Composite).ToList();
        _notEmulated.AddRange(
            _resources.Where(resource => !resource.IsEmulated).Select(resource => $"{resource.LogicalId} ({resource.Type})"));
        var outputs = Section("Outputs")
            .Where(output => IsThere((output.Value as JsonObject)?["Condition"]?.ToString()))
            .Select(Output)
            .ToList();
        return new DeploymentPlan(
            functions, machines, rules, queues, topics, subscriptions, alarms, composites, outputs, _notEmulated);
    }

    private JsonObject Section(string name) => _template[name] as JsonObject ?? [];

    private bool IsThere(TemplateResource resource) => IsThere(resource.Condition);

    private bool IsThere(string? condition) => condition is null || _conditions.Holds(condition);

    private void AddNotEmulated(TemplateResource resource, IEnumerable<string> properties) =>
        _notEmulated.AddRange(properties.Select(property => $"{resource.LogicalId}.{property}"));

    private IEnumerable<TemplateResource> Of(string type) => _resources.Where(resource => resource.Type == type);

    private PlannedOutput Output(KeyValuePair<string, JsonNode?> output)
    {
        var properties = new PropertyReader($"Output '{output.Key}'", output.Value as JsonObject ?? [], _names.Values);
        properties.PassOver("Export", "Condition");
        var planned = new PlannedOutput(output.Key, properties.Text("Description") ?? "", properties.RequiredText("Value"));
        properties.RefuseTheRest();
        return planned;
    }
}
