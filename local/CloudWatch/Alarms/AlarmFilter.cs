using Canary.Local.CloudWatch.Errors;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Wire;

namespace Canary.Local.CloudWatch.Alarms;

/// <summary>What DescribeAlarms asks for.</summary>
public sealed record AlarmFilter
{
    private const int DefaultPage = 50;

    /// <summary>At most 100; names of no alarm are silently left out. Null asks for all.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>Not together with <see cref="Names"/>.</summary>
    public string? NamePrefix { get; init; }

    /// <summary><c>MetricAlarm</c>, <c>CompositeAlarm</c>. Without it composite alarms are left out, even those named.</summary>
    public IReadOnlyList<string>? Types { get; init; }

    /// <summary>Only alarms in this state.</summary>
    public string? State { get; init; }

    /// <summary>Only alarms with an action that begins so.</summary>
    public string? ActionPrefix { get; init; }

    /// <summary>1 to 100; 50 if it is null.</summary>
    public int? MaxRecords { get; init; }

    /// <summary>Where the last page ended.</summary>
    public string? NextToken { get; init; }

    /// <summary>The page of these alarms, which come by name, that it asks for.</summary>
    /// <exception cref="Wire.AwsException">AWS refuses the question.</exception>
    internal AlarmPage Page(IReadOnlyList<Alarm> alarms)
    {
        Check();
        var after = NextToken is null ? null : PageToken.Decode(NextToken);
        var rest = alarms.Where(Takes)
            .SkipWhile(alarm => after is not null && string.CompareOrdinal(alarm.Name, after) <= 0)
            .ToList();
        var size = MaxRecords ?? DefaultPage;
        return new AlarmPage(
            rest[..Math.Min(size, rest.Count)], rest.Count > size ? PageToken.Encode(rest[size - 1].Name) : null);
    }

    private void Check()
    {
        var constraints = new MemberConstraints()
            .Count("alarmNames", Names, 100)
            .Length("alarmNamePrefix", NamePrefix, 1, 255)
            .OneOf("stateValue", State, AlarmStateText.All)
            .Length("actionPrefix", ActionPrefix, 1, 1024)
            .Range("maxRecords", MaxRecords, 1, 100);
        foreach (var (index, name) in (Names ?? []).Index()) constraints.Length($"alarmNames.{index + 1}.member", name, 1, 255);
        foreach (var (index, type) in (Types ?? []).Index())
            constraints.OneOf($"alarmTypes.{index + 1}.member", type, ["CompositeAlarm", "MetricAlarm"]);
        constraints.ThrowIfAny();
        if (Names is { Count: > 0 } && NamePrefix is not null)
            throw CloudWatchErrors.Validation("AlarmNames and AlarmNamePrefix cannot both be specified.");
    }

    private bool Takes(Alarm alarm) =>
        (Types is { Count: > 0 } ? Types : ["MetricAlarm"]).Contains(alarm is CompositeAlarm ? "CompositeAlarm" : "MetricAlarm")
        && (Names is not { Count: > 0 } || Names.Contains(alarm.Name))
        && (NamePrefix is null || alarm.Name.StartsWith(NamePrefix, StringComparison.Ordinal))
        && (State is null || alarm.State.Value.Text() == State)
        && (ActionPrefix is null
            || Actions(alarm.Common).Any(action => action.StartsWith(ActionPrefix, StringComparison.Ordinal)));

    private static IEnumerable<string> Actions(AlarmConfiguration alarm) =>
        alarm.AlarmActions.Concat(alarm.OkActions).Concat(alarm.InsufficientDataActions);
}
