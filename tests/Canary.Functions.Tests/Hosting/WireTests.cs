using System.Text;
using System.Text.Json;
using Canary.Errors;
using Canary.Functions.Hosting;
using Canary.Functions.Tests.Fakes;
using Canary.Planning;
using Canary.Rollouts;
using Canary.States;

namespace Canary.Functions.Tests.Hosting;

/// <summary>
/// What really crosses the wire: through the generated handlers' serializer, in the shape that the state machine reads.
/// </summary>
public class WireTests
{
    private readonly RolloutSerializer _serializer = new();

    [Fact]
    public async Task Serialize_ARollout_HasTheFieldsThatTheStateMachineReads()
    {
        using var stream = new MemoryStream();
        _serializer.Serialize(await new Stage().ShiftedAsync(), stream);

        using var document = JsonDocument.Parse(stream.ToArray());
        var root = document.RootElement;
        Assert.Equal("Bake", root.GetProperty("internal").GetProperty("next").GetString());
        Assert.Equal(15, root.GetProperty("internal").GetProperty("waitSeconds").GetInt32());
        Assert.Equal("1", root.GetProperty("schemaVersion").GetString());
        Assert.Equal("InProgress", root.GetProperty("outcome").GetString());
        Assert.Equal(10, root.GetProperty("steps")[0].GetProperty("weightPercent").GetDecimal());
        Assert.Equal("2026-01-01T00:00:00.000Z", root.GetProperty("steps")[0].GetProperty("startedAt").GetString());
        Assert.False(root.TryGetProperty("error", out _));
    }

    [Fact]
    public async Task Serialize_ThereAndBack_LosesNothing()
    {
        var rollout = await new Stage().ShiftedAsync() with { Error = new("States.Timeout", null) };
        using var stream = new MemoryStream();
        _serializer.Serialize(new StateInput(rollout, Stage.Time), stream);

        stream.Position = 0;
        var back = _serializer.Deserialize<StateInput>(stream);

        using var again = new MemoryStream();
        _serializer.Serialize(back, again);
        Assert.Equal(Encoding.UTF8.GetString(stream.ToArray()), Encoding.UTF8.GetString(again.ToArray()));
    }

    [Fact]
    public void Deserialize_WhatACatchAdds_IsTheCaughtError()
    {
        using var stream = new MemoryStream("""
            {"rollout":{"reason":"r","outcome":"InProgress","schemaVersion":"1","function":"f","alias":"a","execution":"e",
             "startedAt":"2026-01-01T00:00:00.000Z",
             "steps":[],"plan":{"alarms":[]},"story":[],"internal":{"next":"Bake","waitSeconds":5,"currentStep":-1,"alias":{}},
             "error":{"Error":"AliasChanged","Cause":"{}"}},"at":"2026-01-01T00:00:00.123Z"}
            """u8.ToArray());

        var input = _serializer.Deserialize<StateInput>(stream);

        Assert.Equal(new CaughtError("AliasChanged", "{}"), input.Rollout.Error);
        Assert.Equal(123, input.At.Millisecond);
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("2", false)]
    [InlineData(null, false)]
    public async Task Deserialize_ADocumentOfAnotherVersion_IsForeign(string? version, bool isOwn)
    {
        using var stream = new MemoryStream();
        _serializer.Serialize(new StateInput(await new Stage().ShiftedAsync(), Stage.Time), stream);
        var json = Encoding.UTF8.GetString(stream.ToArray());
        using var changed = new MemoryStream(Encoding.UTF8.GetBytes(json.Replace(
            "\"schemaVersion\":\"1\",", version is null ? "" : $"\"schemaVersion\":\"{version}\",", StringComparison.Ordinal)));

        var fault = Record.Exception(() => _serializer.Deserialize<StateInput>(changed));

        Assert.Equal(isOwn ? null : typeof(ForeignDocument), fault?.GetType());
    }

    [Theory]
    [InlineData("""{"input":"x"}""")]
    [InlineData("""{"input":{},"execution":7,"at":"2026-01-01T00:00:00Z"}""")]
    public void Deserialize_NotWhatTheStateMachineSends_IsAnError(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));

        Assert.ThrowsAny<Exception>(() => _serializer.Deserialize<PlanRolloutInput>(stream).Execution.Length);
    }
}
