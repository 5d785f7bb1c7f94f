using System.Text.Json.Nodes;
using Canary.Local.Deploy.Plan;

namespace Canary.Local.Deploy.Template;

/// <summary>
/// Names and ARNs of a stack's resources, known before anything is created since they follow from the template alone.
/// </summary>
/// <remarks>
/// CloudFormation adds a random ending to the names that it makes up. Here there is none, so that they stay the same.
/// </remarks>
internal sealed class ResourceNames
{
    private readonly Dictionary<string, TemplateResource> _resources;
    private readonly StackContext _stack;
    private readonly HashSet<string> _beingNamed = [];

    public ResourceNames(
        IEnumerable<TemplateResource> resources,
        StackContext stack,
        IReadOnlyDictionary<string, JsonNode> parameters,
        TemplateConditions conditions)
    {
        _resources = resources.ToDictionary(resource => resource.LogicalId);
        _stack = stack;
        Values = new TemplateValues(parameters, Attribute, conditions.Holds);
    }

    /// <summary>Resolves values in which these names occur.</summary>
    public TemplateValues Values { get; }

    public string Name(TemplateResource resource) => resource.Type switch
    {
        TemplateResource.Function => Given(resource, "FunctionName") ?? $"{_stack.StackName}-{resource.LogicalId}",
        TemplateResource.StateMachine => Given(resource, "Name") ?? resource.LogicalId,
        TemplateResource.LogGroup => Given(resource, "LogGroupName") ?? $"{_stack.StackName}-{resource.LogicalId}",
        TemplateResource.Queue => Given(resource, "QueueName") ?? $"{_stack.StackName}-{resource.LogicalId}",
        TemplateResource.Topic => Given(resource, "TopicName") ?? $"{_stack.StackName}-{resource.LogicalId}",
        TemplateResource.Rule => Given(resource, "Name") ?? $"{_stack.StackName}-{resource.LogicalId}",
        TemplateResource.Alarm or TemplateResource.CompositeAlarm =>
            Given(resource, "AlarmName") ?? $"{_stack.StackName}-{resource.LogicalId}",
        _ => throw new TemplateException(
            $"Something refers to '{resource.LogicalId}', but the local deployment cannot name a {resource.Type}."),
    };

    public string Arn(TemplateResource resource) => resource.Type switch
    {
        TemplateResource.Function => $"arn:aws:lambda:{Place}:function:{Name(resource)}",
        TemplateResource.StateMachine => $"arn:aws:states:{Place}:stateMachine:{Name(resource)}",
        TemplateResource.Queue => $"arn:aws:sqs:{Place}:{Name(resource)}",
        TemplateResource.Topic => $"arn:aws:sns:{Place}:{Name(resource)}",
        TemplateResource.Rule => $"arn:aws:events:{Place}:rule/{Name(resource)}",
        TemplateResource.Alarm or TemplateResource.CompositeAlarm => $"arn:aws:cloudwatch:{Place}:alarm:{Name(resource)}",
        // With KMS and IAM nothing here has anything to do, but their ARNs go from one property to another.
        "AWS::KMS::Key" => $"arn:aws:kms:{Place}:key/{_stack.StackName}-{resource.LogicalId}",
        "AWS::IAM::Role" => RoleArn(resource),
        _ => $"arn:aws:logs:{Place}:log-group:{Name(resource)}:*",
    };

    /// <summary>The role that SAM makes for a function or a state machine.</summary>
    public string RoleArn(TemplateResource resource) =>
        $"arn:aws:iam::{_stack.Account.Id}:role/{_stack.StackName}-{resource.LogicalId}Role";

    private string Place => $"{_stack.Account.Region}:{_stack.Account.Id}";

    private string? Attribute(string logicalId, string attribute)
    {
        if (!_resources.TryGetValue(logicalId, out var resource)) return attribute.Length == 0 ? Published(logicalId) : null;
        return (resource.Type, attribute) switch
        {
            (TemplateResource.StateMachine or TemplateResource.Topic, "") or (TemplateResource.Topic, "TopicArn") =>
                Arn(resource),
            (TemplateResource.Queue, "" or "QueueUrl") => _stack.QueueUrl(Name(resource)),
            (TemplateResource.Queue, "QueueName") or (TemplateResource.Topic, "TopicName") => Name(resource),
            ("AWS::KMS::Key", "") => $"{_stack.StackName}-{resource.LogicalId}",
            ("AWS::IAM::ManagedPolicy", "") =>
                $"arn:aws:iam::{_stack.Account.Id}:policy/{_stack.StackName}-{resource.LogicalId}",
            (_, "") or (TemplateResource.StateMachine, "Name") => Name(resource),
            (_, "Arn") => Arn(resource),
            _ => throw new TemplateException(
                $"GetAtt '{logicalId}.{attribute}': the local deployment does not know this attribute of a {resource.Type}."),
        };
    }

    /// <summary>
    /// What <c>!Ref Name.Version</c> and <c>!Ref Name.Alias</c> give. SAM has both for a function with AutoPublishAlias, and
    /// neither for a state machine.
    /// </summary>
    private string? Published(string reference)
    {
        if (reference.Split('.') is not [var logicalId, var what and ("Version" or "Alias")]
            || !_resources.TryGetValue(logicalId, out var resource)
            || resource.Type != TemplateResource.Function
            || !resource.Properties.TryGetPropertyValue("AutoPublishAlias", out var alias))
        {
            return null;
        }
        return what == "Alias"
            ? $"{Arn(resource)}:{Values.Resolve(alias)}"
            : _stack.Versions.GetValueOrDefault(logicalId) ?? $"{Arn(resource)}:1";
    }

    private string? Given(TemplateResource resource, string property)
    {
        if (!resource.Properties.TryGetPropertyValue(property, out var value)) return null;
        if (!_beingNamed.Add(resource.LogicalId))
            throw new TemplateException($"The name of '{resource.LogicalId}' refers to itself.");
        var name = Values.Resolve(value)?.ToString();
        _beingNamed.Remove(resource.LogicalId);
        return name;
    }
}
