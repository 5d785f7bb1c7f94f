using Amazon.StepFunctions.Model;

namespace Canary.Cli.Watching;

/// <summary>Reads an execution's history as it grows.</summary>
/// <param name="getHistoryAsync">Step Functions' GetExecutionHistory.</param>
/// <param name="execution">The execution's ARN.</param>
internal sealed class History(
    Func<GetExecutionHistoryRequest, CancellationToken, Task<GetExecutionHistoryResponse>> getHistoryAsync, string execution)
{
    private const int PageSize = 30;
    private long _seen;

    /// <summary>The events since the last call, the oldest first.</summary>
    public async Task<IReadOnlyList<HistoryLine>> ReadNewAsync(CancellationToken cancellationToken)
    {
        // From the newest back to what is known: a long history is not read again and again.
        var fresh = new SortedDictionary<long, HistoryLine>();
        var request = new GetExecutionHistoryRequest
        {
            ExecutionArn = execution,
            ReverseOrder = true,
            MaxResults = PageSize,
            IncludeExecutionData = true,
        };
        do
        {
            var page = await getHistoryAsync(request, cancellationToken);
            foreach (var line in (page.Events ?? []).Select(Line)) fresh[line.Id] = line;
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is not null && fresh.Keys.First() > _seen + 1);
        var lines = fresh.Values.Where(line => line.Id > _seen).ToList();
        if (lines.Count > 0) _seen = lines[^1].Id;
        return lines;
    }

    private static HistoryLine Line(HistoryEvent happened) => new(
        happened.Id ?? 0,
        new DateTimeOffset(happened.Timestamp?.ToUniversalTime() ?? default),
        happened.Type.Value,
        happened.StateEnteredEventDetails?.Name ?? happened.StateExitedEventDetails?.Name,
        happened.StateExitedEventDetails?.Output
            ?? happened.ExecutionSucceededEventDetails?.Output
            ?? happened.ExecutionFailedEventDetails?.Cause
            ?? happened.ExecutionAbortedEventDetails?.Cause
            ?? happened.ExecutionTimedOutEventDetails?.Cause,
        happened.TaskFailedEventDetails?.Error
            ?? happened.TaskTimedOutEventDetails?.Error
            ?? happened.ExecutionFailedEventDetails?.Error
            ?? happened.ExecutionAbortedEventDetails?.Error
            ?? happened.ExecutionTimedOutEventDetails?.Error);
}
