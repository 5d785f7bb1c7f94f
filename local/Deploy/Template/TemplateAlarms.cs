using Canary.Local.CloudWatch.Alarms;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Deploy.Plan;
using Canary.Local.Wire;

namespace Canary.Local.Deploy.Template;

/// <summary>Reads the template's alarms.</summary>
/// <param name="names">Resolves what they refer to.</param>
/// <param name="notEmulated">Told of what is there and has no counterpart here.</param>
internal sealed class TemplateAlarms(ResourceNames names, Action<TemplateResource, IEnumerable<string>> notEmulated)
{
    public MetricAlarmConfiguration Alarm(TemplateResource resource)
    {
        var properties = Properties(resource);
        var alarm = new MetricAlarmConfiguration
        {
            Name = names.Name(resource),
            Description = properties.Text("AlarmDescription"),
            ActionsEnabled = properties.Flag("ActionsEnabled") ?? true,
            OkActions = properties.TextList("OKActions"),
            AlarmActions = properties.TextList("AlarmActions"),
            InsufficientDataActions = properties.TextList("InsufficientDataActions"),
            Namespace = properties.Text("Namespace"),
            MetricName = properties.Text("MetricName"),
            Metrics = [.. properties.List("Metrics").Select(Query)],
            Dimensions = Dimensions(properties),
            Statistic = properties.Text("Statistic"),
            ExtendedStatistic = properties.Text("ExtendedStatistic"),
            Period = properties.Number("Period"),
            Unit = properties.Text("Unit"),
            EvaluationPeriods = properties.Number("EvaluationPeriods"),
            DatapointsToAlarm = properties.Number("DatapointsToAlarm"),
            Threshold = properties.Fraction("Threshold"),
            ComparisonOperator = properties.Text("ComparisonOperator"),
            TreatMissingData = properties.Text("TreatMissingData"),
            EvaluateLowSampleCountPercentile = properties.Text("EvaluateLowSampleCountPercentile"),
        };
        properties.RefuseTheRest();
        Check(resource, () => MetricAlarmRules.Check(alarm));
        return alarm;
    }

    public CompositeAlarmConfiguration Composite(TemplateResource resource)
    {
        var properties = Properties(resource);
        var alarm = new CompositeAlarmConfiguration
        {
            Name = names.Name(resource),
            Description = properties.Text("AlarmDescription"),
            ActionsEnabled = properties.Flag("ActionsEnabled") ?? true,
            OkActions = properties.TextList("OKActions"),
            AlarmActions = properties.TextList("AlarmActions"),
            InsufficientDataActions = properties.TextList("InsufficientDataActions"),
            AlarmRule = properties.RequiredText("AlarmRule"),
        };
        properties.RefuseTheRest();
        Check(resource, () => AlarmRuleParser.Parse(alarm.AlarmRule));
        return alarm;
    }

    private PropertyReader Properties(TemplateResource resource)
    {
        var properties = new PropertyReader(resource.LogicalId, resource.Properties, names.Values);
        properties.PassOver("AlarmName");
        notEmulated(resource, properties.PassOver("Tags"));
        return properties;
    }

    private static List<KeyValuePair<string, string>> Dimensions(PropertyReader properties) =>
        properties.List("Dimensions").Select(item =>
    {
        var dimension = KeyValuePair.Create(item.RequiredText("Name"), item.RequiredText("Value"));
        item.RefuseTheRest();
        return dimension;
    }).ToList();

    private static MetricDataQuery Query(PropertyReader query)
    {
        var (id, label, shown) = (query.RequiredText("Id"), query.Text("Label"), query.Flag("ReturnData") ?? true);
        var (expression, period, stat) = (query.Text("Expression"), query.Number("Period"), query.Section("MetricStat"));
        var metric = stat.Section("Metric");
        query.RefuseTheRest();
        if (expression is not null) return new ExpressionQuery(id, expression, period, label, shown);
        var identity = new MetricIdentity(
            metric.RequiredText("Namespace"), metric.RequiredText("MetricName"), Dimensions(metric));
        metric.RefuseTheRest();
        var read = new MetricStatQuery(
            id, identity, stat.RequiredText("Stat"), stat.Number("Period") ?? 0, stat.Text("Unit"), label, shown);
        stat.RefuseTheRest();
        return read;
    }

    // Before anything is created, so that nothing is left of a deployment that CloudWatch would refuse.
    private static void Check(TemplateResource resource, Action check)
    {
        try
        {
            check();
        }
        catch (AwsException refusal)
        {
            throw new TemplateException($"{resource.LogicalId}: {refusal.Message}", refusal);
        }
    }
}
