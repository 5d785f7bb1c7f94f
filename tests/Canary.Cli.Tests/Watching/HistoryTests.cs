using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Canary.Cli.Watching;

namespace Canary.Cli.Tests.Watching;

public class HistoryTests
{
    private readonly List<HistoryEvent> _events = [];
    private int _calls;

    [Fact]
    public async Task ReadNewAsync_ManyPages_GivesEachEventOnceInOrder()
    {
        var history = new History(PageAsync, "an execution");
        Add(70);

        Assert.Equal(
            Enumerable.Range(1, 70).Select(id => (long)id),
            (await history.ReadNewAsync(default)).Select(line => line.Id));
        Assert.Empty(await history.ReadNewAsync(default));
    }

    [Fact]
    public async Task ReadNewAsync_FewNewEvents_ReadsOnePage()
    {
        var history = new History(PageAsync, "an execution");
        Add(100);
        await history.ReadNewAsync(default);
        _calls = 0;
        Add(2);

        Assert.Equal([101, 102], (await history.ReadNewAsync(default)).Select(line => line.Id));
        Assert.Equal(1, _calls);
    }

    [Fact]
    public async Task ReadNewAsync_EventsWithDetails_TakesWhatTheViewNeeds()
    {
        Add(HistoryEventType.TaskStateEntered, new() { StateEnteredEventDetails = new() { Name = "Promote" } });
        Add(HistoryEventType.TaskFailed, new() { TaskFailedEventDetails = new() { Error = "States.Timeout" } });
        Add(HistoryEventType.TaskStateExited, new() { StateExitedEventDetails = new() { Name = "Promote", Output = "{}" } });
        Add(
            HistoryEventType.ExecutionFailed,
            new() { ExecutionFailedEventDetails = new() { Error = "RolledBack", Cause = "{}" } });

        Assert.Equal(
            [
                new(1, DateTimeOffset.UnixEpoch, "TaskStateEntered", "Promote"),
                new(2, DateTimeOffset.UnixEpoch, "TaskFailed", Error: "States.Timeout"),
                new(3, DateTimeOffset.UnixEpoch, "TaskStateExited", "Promote", "{}"),
                new(4, DateTimeOffset.UnixEpoch, "ExecutionFailed", Data: "{}", Error: "RolledBack"),
            ],
            await new History(PageAsync, "an execution").ReadNewAsync(default));
    }

    private void Add(int count)
    {
        for (var i = 0; i < count; i++) Add(HistoryEventType.TaskScheduled, new());
    }

    private void Add(HistoryEventType type, HistoryEvent details)
    {
        (details.Id, details.Timestamp, details.Type) = (_events.Count + 1, DateTime.UnixEpoch, type);
        _events.Add(details);
    }

    private Task<GetExecutionHistoryResponse> PageAsync(GetExecutionHistoryRequest request, CancellationToken cancellationToken)
    {
        _calls++;
        Assert.True(request.ReverseOrder);
        var from = int.Parse(request.NextToken ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        var to = Math.Min(_events.Count, from + request.MaxResults!.Value);
        var page = Enumerable.Reverse(_events).Skip(from).Take(to - from).ToList();
        return Task.FromResult(
            new GetExecutionHistoryResponse { Events = page, NextToken = to < _events.Count ? $"{to}" : null });
    }
}
