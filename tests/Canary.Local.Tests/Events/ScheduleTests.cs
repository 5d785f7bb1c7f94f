using System.Text.Json.Nodes;
using Canary.Local.Events.Model;

namespace Canary.Local.Tests.Events;

public sealed class ScheduleTests : IDisposable
{
    private readonly Bus _bus = new();

    public void Dispose() => _bus.Dispose();

    [Theory]
    [InlineData("rate(1 minute)", 60)]
    [InlineData("rate(15 minutes)", 900)]
    [InlineData("rate(1 hour)", 3600)]
    [InlineData("rate(2 days)", 172_800)]
    public async Task Schedule_Fires_EachTimeItsRateHasPassed(string rate, int seconds)
    {
        Schedule(rate);

        await _bus.Clock.RunUntilAsync(Bus.Start.AddSeconds(seconds * 2.5));

        Assert.Equal(
            [Bus.Start.AddSeconds(seconds), Bus.Start.AddSeconds(seconds * 2)], _bus.Invocations.Select(one => one.Time));
    }

    [Fact]
    public async Task Schedule_Sends_AScheduledEvent()
    {
        Schedule("rate(1 minute)");

        await _bus.Clock.RunUntilAsync(Bus.Start.AddSeconds(60));

        var received = Assert.Single(_bus.Received);
        Assert.True(Guid.TryParse((string?)received["id"], out _));
        received.Remove("id");
        Assert.True(JsonNode.DeepEquals(received, JsonNode.Parse("""
            {"version":"0","detail-type":"Scheduled Event","source":"aws.events","account":"123456789012",
            "time":"2026-01-01T00:01:00Z","region":"us-east-1",
             "resources":["arn:aws:events:us-east-1:123456789012:rule/rule"],"detail":{}}
            """)), received.ToJsonString());
    }

    [Fact]
    public async Task Schedule_ThatIsDisabled_BeginsAnewWhenItIsEnabled()
    {
        Schedule("rate(10 minutes)");
        await _bus.Clock.RunUntilAsync(Bus.Start.AddMinutes(5));
        _bus.Service.DisableRule("rule");
        await _bus.Clock.RunUntilAsync(Bus.Start.AddMinutes(15));
        _bus.Service.EnableRule("rule");

        await _bus.Clock.RunUntilAsync(Bus.Start.AddMinutes(26));

        Assert.Equal([Bus.Start.AddMinutes(25)], _bus.Invocations.Select(one => one.Time));
    }

    [Fact]
    public async Task Schedule_WhoseTargetsChange_KeepsItsTimes()
    {
        Schedule("rate(10 minutes)");
        await _bus.Clock.RunUntilAsync(Bus.Start.AddMinutes(15));

        _bus.Service.PutTargets("rule", new RuleTarget("1", Bus.Function, "{}"));
        await _bus.Clock.RunUntilAsync(Bus.Start.AddMinutes(21));

        Assert.Equal([Bus.Start.AddMinutes(10), Bus.Start.AddMinutes(20)], _bus.Invocations.Select(one => one.Time));
        Assert.Equal("{}", _bus.Invocations[1].Payload);
    }

    [Theory]
    [InlineData("disabled")]
    [InlineData("without targets")]
    [InlineData("deleted")]
    [InlineData("replaced by a pattern")]
    public async Task Schedule_ThatHasNothingToDo_LeavesNoTimer(string which)
    {
        Schedule("rate(1 minute)");
        if (which == "disabled") _bus.Service.DisableRule("rule");
        else if (which == "replaced by a pattern") _bus.Service.PutRule("rule", """{"source":["shop"]}""");
        else _bus.Service.RemoveTargets("rule", "1");
        if (which == "deleted") _bus.Service.DeleteRule("rule");

        // With a timer, virtual time would run for ever instead of saying that nothing is due.
        await Assert.ThrowsAsync<InvalidOperationException>(() => _bus.Clock.RunUntilAsync(new TaskCompletionSource().Task));
        Assert.Equal(Bus.Start, _bus.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Dispose_EndsTheSchedules()
    {
        Schedule("rate(1 minute)");

        _bus.Dispose();

        await Assert.ThrowsAsync<InvalidOperationException>(() => _bus.Clock.RunUntilAsync(new TaskCompletionSource().Task));
    }

    private void Schedule(string rate)
    {
        _bus.Service.PutRule("rule", null, rate);
        _bus.Service.PutTargets("rule", new RuleTarget("1", Bus.Function));
    }
}
