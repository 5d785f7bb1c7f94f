using Canary.Local.CloudWatch.Model;

namespace Canary.Local.CloudWatch.Alarms;

/// <summary>One page of alarms, by name.</summary>
/// <param name="Alarms">Of both kinds.</param>
/// <param name="NextToken">Null on the last page.</param>
public sealed record AlarmPage(IReadOnlyList<Alarm> Alarms, string? NextToken);
