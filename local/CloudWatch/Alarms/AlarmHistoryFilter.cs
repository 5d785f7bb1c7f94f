using System.Globalization;
using Canary.Local.CloudWatch.Errors;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Wire;

namespace Canary.Local.CloudWatch.Alarms;

/// <summary>What DescribeAlarmHistory asks for.</summary>
public sealed record AlarmHistoryFilter
{
    /// <summary>Null asks for all.</summary>
    public string? Name { get; init; }

    /// <summary>Without it, composite alarms are left out.</summary>
    public IReadOnlyList<string>? Types { get; init; }

    /// <summary><c>StateUpdate</c> or <c>ConfigurationUpdate</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>Inclusive.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Inclusive.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>1 to 100; 100 if it is null.</summary>
    public int? MaxRecords { get; init; }

    /// <summary><c>TimestampDescending</c>, which is what null means, or <c>TimestampAscending</c>.</summary>
    public string? ScanBy { get; init; }

    /// <summary>Where the last page ended.</summary>
    public string? NextToken { get; init; }

    internal AlarmHistoryPage Page(IReadOnlyList<AlarmHistoryItem> oldestFirst)
    {
        Check();
        var token = NextToken is null ? "0" : PageToken.Decode(NextToken);
        if (!int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var start))
            throw CloudWatchErrors.InvalidNextToken(NextToken!);
        var items = (ScanBy == "TimestampAscending" ? oldestFirst : oldestFirst.Reverse()).Where(Takes).ToList();
        var end = Math.Min(start + (MaxRecords ?? 100), items.Count);
        return new AlarmHistoryPage(
            items[Math.Min(start, end)..end],
            end < items.Count ? PageToken.Encode(end.ToString(CultureInfo.InvariantCulture)) : null);
    }

    private void Check()
    {
        var constraints = new MemberConstraints()
            .Length("alarmName", Name, 1, 255)
            .OneOf(
                "historyItemType",
                Kind,
                ["ConfigurationUpdate", "StateUpdate", "Action", "AlarmContributorStateUpdate", "AlarmContributorAction"])
            .Range("maxRecords", MaxRecords, 1, 100)
            .OneOf("scanBy", ScanBy, ["TimestampDescending", "TimestampAscending"]);
        foreach (var (index, type) in (Types ?? []).Index())
            constraints.OneOf($"alarmTypes.{index + 1}.member", type, ["CompositeAlarm", "MetricAlarm"]);
        constraints.ThrowIfAny();
    }

    private bool Takes(AlarmHistoryItem item) =>
        (Types is { Count: > 0 } ? Types : ["MetricAlarm"]).Contains(item.Type)
        && (Name is null || item.Alarm == Name)
        && (Kind is null || item.Kind == Kind)
        && !(item.Timestamp < Start)
        && !(item.Timestamp > End);
}
