using System.Text.Json.Nodes;

namespace Canary.Local.Deploy;

/// <summary>Makes the plan from a parsed template.</summary>
internal sealed class TemplateReader
{
    private const string Sam = "AWS::Serverless-2016-10-31";

    private static readonly string[] Sections =
        ["AWSTemplateFormatVersion", "Transform", "Description", "Metadata", "Parameters", "Globals", "Resources", "Outputs"];

    private readonly JsonObject _template;
    private readonly List<TemplateResource> _resources;
    private readonly ResourceNames _names;
    private readonly TemplateEvents _events;
    private readonly List<string> _notEmulated = [];

    public TemplateReader(JsonObject template, StackContext stack)
    {
        _template = template;
        if (template.FirstOrDefault(section => !Sections.Contains(section.Key)).Key is { } unknown)
            throw new TemplateException($"The local deployment does not understand the template's section '{unknown}'.");
        if (template["Transform"]?.ToString() is not Sam and var transform)
            throw new TemplateException($"The template's Transform must be {Sam}, not '{transform}'.");
        var globals = TemplateGlobals.Functions(template["Globals"]);
        _resources = [.. Section("Resources").Select(entry => TemplateResource.Read(entry.Key, entry.Value, globals))];
        _names = new ResourceNames(_resources, stack, TemplateParameters.Read(template["Parameters"] as JsonObject, stack));
        _events = new TemplateEvents(_names, stack);
    }

    public DeploymentPlan Read()
    {
        var functions = Of(TemplateResource.Function).Select(Function).ToList();
        var machines = Of(TemplateResource.StateMachine).Select(StateMachine).ToList();
        var rules = Of(TemplateResource.Function).SelectMany(_events.Read).ToList();
        _notEmulated.AddRange(_resources.Where(resource => !resource.IsEmulated).Select(resource => $"{resource.LogicalId} ({resource.Type})"));
        return new DeploymentPlan(functions, machines, rules, [.. Section("Outputs").Select(Output)], _notEmulated);
    }

    private JsonObject Section(string name) => _template[name] as JsonObject ?? [];

    private IEnumerable<TemplateResource> Of(string type) => _resources.Where(resource => resource.Type == type);

    private PlannedFunction Function(TemplateResource resource)
    {
        var properties = new PropertyReader(resource.LogicalId, resource.Properties, _names.Values);
        PassOver(resource, properties, "FunctionName", ["Tracing", "LoggingConfig", "Policies", "Tags", "PermissionsBoundary"]);
        // They are rules of their own.
        properties.PassOver("Events");
        var environment = properties.Section("Environment");
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
        };
        environment.RefuseTheRest();
        properties.RefuseTheRest();
        return planned;
    }

    private PlannedStateMachine StateMachine(TemplateResource resource)
    {
        var properties = new PropertyReader(resource.LogicalId, resource.Properties, _names.Values);
        PassOver(resource, properties, "Name", ["Logging", "Policies", "Tags", "Tracing", "PermissionsBoundary"]);
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
        properties.PassOver("Export");
        var planned = new PlannedOutput(output.Key, properties.Text("Description") ?? "", properties.RequiredText("Value"));
        properties.RefuseTheRest();
        return planned;
    }
}
