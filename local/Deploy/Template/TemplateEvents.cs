using Canary.Local.Deploy.Plan;
using Canary.Local.Events;
using Canary.Local.Events.Model;
using Canary.Local.Events.Patterns;
using Canary.Local.Wire;

namespace Canary.Local.Deploy.Template;

/// <summary>Reads what a function's Events make of it: SAM turns each into a rule of the default bus.</summary>
/// <param name="names">Resolves what the events refer to.</param>
/// <param name="stack">Goes into the names of rules that have none.</param>
internal sealed class TemplateEvents(ResourceNames names, StackContext stack)
{
    private const int IdLength = 64;

    /// <summary>The rules of one function.</summary>
    /// <exception cref="TemplateException">An event is wrong, or of a kind that is not understood.</exception>
    public IEnumerable<PlannedRule> Read(TemplateResource function)
    {
        var events = new PropertyReader(function.LogicalId, function.Properties, names.Values);
        return events.Sections("Events").Select(entry => Rule(function, entry.Name, entry.Properties));
    }

    /// <summary>A rule of its own.</summary>
    /// <exception cref="TemplateException">It is wrong, or has something that is not understood.</exception>
    public PlannedRule Rule(TemplateResource resource)
    {
        var properties = new PropertyReader(resource.LogicalId, resource.Properties, names.Values);
        properties.PassOver("Name", "RoleArn");
        if (properties.Text("EventBusName") is { } bus and not EventsService.Bus)
            throw new TemplateException(
                $"{resource.LogicalId}: the local deployment knows no event bus '{bus}', only '{EventsService.Bus}'.");
        var rule = new PlannedRule(
            resource.LogicalId,
            Cut(names.Name(resource)),
            properties.Json("EventPattern"),
            properties.Text("ScheduleExpression"),
            properties.Text("State") is null or "ENABLED",
            properties.Text("Description"),
            [.. properties.List("Targets").Select(Target)]);
        properties.RefuseTheRest();
        Check(rule, resource.LogicalId);
        return rule;
    }

    private static RuleTarget Target(PropertyReader properties)
    {
        properties.PassOver("RoleArn");
        var hasTransformer = properties.Has("InputTransformer");
        var transformer = properties.Section("InputTransformer");
        var named = new RuleTarget(properties.RequiredText("Id"), properties.RequiredText("Arn"), properties.Text("Input"));
        var target = WithLetters(named, properties) with
        {
            Transformer = hasTransformer
                ? new(transformer.Texts("InputPathsMap"), transformer.RequiredText("InputTemplate"))
                : null,
        };
        transformer.RefuseTheRest();
        properties.RefuseTheRest();
        return target;
    }

    private static RuleTarget WithLetters(RuleTarget target, PropertyReader properties)
    {
        var (letters, retries) = (properties.Section("DeadLetterConfig"), properties.Section("RetryPolicy"));
        var complete = target with
        {
            DeadLetterArn = letters.Text("Arn"),
            MaximumRetryAttempts = retries.Number("MaximumRetryAttempts"),
            MaximumEventAgeInSeconds = retries.Number("MaximumEventAgeInSeconds"),
        };
        letters.RefuseTheRest();
        retries.RefuseTheRest();
        return complete;
    }

    private PlannedRule Rule(TemplateResource function, string name, PropertyReader entry)
    {
        var type = entry.RequiredText("Type");
        var properties = entry.Section("Properties");
        entry.RefuseTheRest();
        var id = function.LogicalId + name;
        var rule = type switch
        {
            "EventBridgeRule" => Planned(id, function, properties, "RuleName") with { EventPattern = properties.Json("Pattern") },
            "Schedule" => Planned(id, function, properties, "Name") with
            {
                ScheduleExpression = properties.RequiredText("Schedule"),
                Description = properties.Text("Description"),
            },
            _ => throw new TemplateException(
                $"{function.LogicalId}.Events.{name}: the local deployment does not understand the Type '{type}'. It "
                + "knows EventBridgeRule and Schedule."),
        };
        properties.RefuseTheRest();
        Check(rule, $"{function.LogicalId}.Events.{name}");
        return rule;
    }

    private PlannedRule Planned(string id, TemplateResource function, PropertyReader properties, string name) => new(
        id,
        properties.Text(name) ?? Cut($"{stack.StackName}-{id}"),
        null,
        null,
        properties.Flag("Enabled") ?? true,
        null,
        [WithLetters(new RuleTarget(Cut($"{id}LambdaTarget"), names.Arn(function), properties.Text("Input")), properties)]);

    // Before anything is created, so that nothing is left of a deployment that EventBridge would refuse.
    private static void Check(PlannedRule rule, string owner)
    {
        try
        {
            foreach (var (index, target) in rule.Targets.Index()) RuleRules.Check(target, index + 1);
            if (rule.ScheduleExpression is { } schedule) RateExpression.Parse(schedule);
            else PatternParser.Parse(rule.EventPattern ?? throw new TemplateException($"{owner}.Properties has no Pattern."));
        }
        catch (AwsException refusal)
        {
            throw new TemplateException($"{owner}: {refusal.Message}", refusal);
        }
    }

    private static string Cut(string name) => name.Length <= IdLength ? name : name[..IdLength];
}
