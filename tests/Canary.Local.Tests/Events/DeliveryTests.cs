using System.Text.Json.Nodes;
using Canary.Local.Events;
using Canary.Local.Wire;

namespace Canary.Local.Tests.Events;

public class DeliveryTests
{
    private const string All = """{"version":["0"]}""";

    [Fact]
    public void PutEvents_ARuleMatches_CountsItAsAnInvocationByTheRule()
    {
        using var bus = new Bus();
        bus.Rule(All, "every");
        bus.Rule("""{"source":["nobody"]}""", "none");

        bus.Put("{}");

        Assert.Equal(["AWS/Events Invocations RuleName=every: 1 Count"], bus.Metrics);
    }

    [Fact]
    public void PutEvents_OfGoodAndBadEntries_TakesTheGoodOnes()
    {
        using var bus = new Bus();
        bus.Rule(All);

        var answer = bus.Service.PutEvents(JsonNode.Parse($$"""
            [{"Source":"shop","DetailType":"Order","Detail":"{\"a\":1}","Resources":["r"],"Time":1767225661.5,
            "EventBusName":"default"},
             {"DetailType":"Order","Detail":"{}"},
             {"Source":"shop","Detail":"{}"},
             {"Source":"shop","DetailType":"Order"},
             {"Source":"shop","DetailType":"Order","Detail":"[]"},
             {"Source":"shop","DetailType":"Order","Detail":"{"},
             {"Source":"aws.shop","DetailType":"Order","Detail":"{}"},
             {"Source":"shop","DetailType":"{{new string('x', 129)}}","Detail":"{}"}]
            """)!.AsArray());

        var received = Assert.Single(bus.Received);
        Assert.Equal((string)answer["Entries"]![0]!["EventId"]!, (string)received["id"]!);
        Assert.Equal(
            ("shop", "Order", "2026-01-01T00:01:01Z"),
            ((string)received["source"]!, (string)received["detail-type"]!, (string)received["time"]!));
        Assert.Equal("""{"a":1} ["r"]""", $"{received["detail"]!.ToJsonString()} {received["resources"]!.ToJsonString()}");
        Assert.Equal(7, (int)answer["FailedEntryCount"]!);
        Assert.Equal(
            [
                "InvalidArgument Parameter Source is not valid. Reason: Source is a required argument.",
                "InvalidArgument Parameter DetailType is not valid. Reason: DetailType is a required argument.",
                "InvalidArgument Parameter Detail is not valid. Reason: Detail is a required argument.",
                "MalformedDetail Detail is malformed.", "MalformedDetail Detail is malformed.",
                "NotAuthorizedForSourceException Not authorized for the source.",
                "InvalidArgument Parameter DetailType is not valid. Reason: DetailType has more than 128 characters.",
            ],
            answer["Entries"]!.AsArray().Skip(1).Select(entry => $"{entry!["ErrorCode"]} {entry["ErrorMessage"]}"));
    }

    [Theory]
    [InlineData(0, "1 validation error detected: Value '[]' at 'entries' failed to satisfy constraint: "
        + "Member must have length greater than or equal to 1")]
    [InlineData(11, "1 validation error detected: Value '[PutEventsRequestEntry]' at 'entries' failed to satisfy constraint: "
        + "Member must have length less than or equal to 10")]
    public void PutEvents_OfTooFewOrTooMany_IsRefused(int count, string message)
    {
        using var bus = new Bus();
        var entries = new JsonArray([.. Enumerable.Range(0, count).Select(_ => new JsonObject())]);

        Assert.Equal(message, Assert.Throws<AwsException>(() => bus.Service.PutEvents(entries)).Message);
    }

    [Fact]
    public void PutEvents_OfMoreThan256Kilobytes_IsRefusedAsAWhole()
    {
        using var bus = new Bus();

        var refusal = Assert.Throws<AwsException>(() => bus.Put($$"""{"a":"{{new string('x', 262_144)}}"}"""));

        Assert.Equal(
            ("ValidationException", "Total size of the entries in the request is over the limit."),
            (refusal.Code, refusal.Message));
    }

    [Fact]
    public async Task Delay_OfTheDelivery_PassesBetweenTheBusAndTheTarget()
    {
        using var bus = new Bus(new EventsOptions { Delay = TimeSpan.FromSeconds(30) });
        bus.Rule(All);

        bus.Put("{}");
        Assert.Empty(bus.Invocations);
        await bus.Clock.RunUntilAsync(Bus.Start.AddMinutes(1));

        Assert.Equal(Bus.Start.AddSeconds(30), Assert.Single(bus.Invocations).Time);
        Assert.Equal("2026-01-01T00:00:00Z", (string)bus.Received[0]["time"]!);
    }

    [Fact]
    public void Drop_OfAnEvent_LosesItInSilence()
    {
        using var bus = new Bus(new EventsOptions { Drop = sent => (int?)sent["detail"]!["n"] == 1 });
        bus.Rule(All);

        Assert.Equal(0, (int)bus.Put("""{"n":1}""")["FailedEntryCount"]!);
        bus.Put("""{"n":2}""");

        Assert.Equal(2, (int)Assert.Single(bus.Received)["detail"]!["n"]!);
    }

    [Fact]
    public void Bus_OtherThanTheDefault_IsRefusedByName()
    {
        using var bus = new Bus();
        JsonArray Entry(string name) =>
            [new JsonObject { ["Source"] = "s", ["DetailType"] = "t", ["Detail"] = "{}", ["EventBusName"] = name }];

        Assert.Equal(
            0, (int)bus.Service.PutEvents(Entry("arn:aws:events:us-east-1:123456789012:event-bus/default"))["FailedEntryCount"]!);
        Assert.Equal(
            "Canary.Local does not support the event bus 'mine': leave EventBusName out, or use 'default'.",
            Assert.Throws<AwsException>(() => bus.Service.PutEvents(Entry("mine"))).Message);
    }
}
