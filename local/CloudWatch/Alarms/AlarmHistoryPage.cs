using Canary.Local.CloudWatch.Model;

namespace Canary.Local.CloudWatch.Alarms;

/// <summary>One page of history.</summary>
/// <param name="Items">In the order asked for.</param>
/// <param name="NextToken">Null on the last page.</param>
public sealed record AlarmHistoryPage(IReadOnlyList<AlarmHistoryItem> Items, string? NextToken);
