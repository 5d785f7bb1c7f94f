using Canary.Local.Events;
using Canary.Local.Events.Patterns;
using Canary.Local.Wire;

namespace Canary.Local.Deploy;

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
                $"{function.LogicalId}.Events.{name}: the local deployment does not understand the Type '{type}'. It knows EventBridgeRule and Schedule."),
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
        new RuleTarget(Cut($"{id}LambdaTarget"), names.Arn(function), properties.Text("Input")));

    // Before anything is created, so that nothing is left of a deployment that EventBridge would refuse.
    private static void Check(PlannedRule rule, string owner)
    {
        try
        {
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
