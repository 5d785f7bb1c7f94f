using Canary.Planning;
using Canary.Ports;
using Canary.Rollouts;
using Canary.States;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Planning;

/// <summary>Queues and streams that call an alias which two versions share.</summary>
public class EventSourceWarningsTests
{
    private const string Place = "us-east-1:123456789012";

    private static readonly EventSource Queue = new($"arn:aws:sqs:{Place}:orders");
    private static readonly EventSource Stream = new($"arn:aws:kinesis:{Place}:stream/clicks") { Retries = 0 };
    private static readonly EventSource Table = new($"arn:aws:dynamodb:{Place}:table/carts/stream/2026-01-01T00:00:00.000");

    [Theory]
    [InlineData(60, 1)]
    [InlineData(300, 1)]
    [InlineData(59, 0)]
    public void Window_AsLongAsTheShortestStep_IsWarnedOf(int window, int warnings)
    {
        var told = Warnings([Queue with { WindowSeconds = window }, Queue], Given.Step(1, 120), Given.Step(10, 60));

        Assert.Equal(warnings, told.Count);
        Assert.All(told, warning => Assert.Equal(
            $"Lambda gathers records of the queue orders for up to {window} s, and step 2 bakes for 60 s at 10 %: "
            + "the new version may get no batch in it. "
            + "Let it bake for several windows, or shorten MaximumBatchingWindowInSeconds.", warning));
    }

    [Theory]
    [InlineData(null, "again, until they succeed or expire, and each time either version may get them")]
    [InlineData(2, "again, up to 2 times, and each time")]
    public void Stream_ThatIsTriedAgain_MeetsEitherVersion(int? retries, string text) => Assert.Contains(
        $"records of the stream clicks {text}",
        Assert.Single(Warnings([Stream with { Retries = retries }], Given.Step(10, 300))),
        StringComparison.Ordinal);

    [Fact]
    public void Streams_OfWhichOneIsTriedForEver_AreToldInOneSentence() => Assert.Contains(
        "records of the stream clicks and the table carts again, until they succeed or expire",
        Assert.Single(Warnings([Stream with { Retries = 5 }, Table], Given.Step(10, 300))),
        StringComparison.Ordinal);

    [Fact]
    public void Stream_ThatIsNeverTriedAgain_LosesWhatTheNewVersionFails()
    {
        Assert.EndsWith(
            "of the stream clicks again: what the new version fails of its share is lost.",
            Assert.Single(Warnings([Stream], Given.Step(10, 300))),
            StringComparison.Ordinal);
        Assert.EndsWith(
            "goes to the on-failure destination, to be brought back by hand.",
            Assert.Single(Warnings([Stream with { HasDestination = true }], Given.Step(10, 300))),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData(""", "analysis": false""", 1)]
    [InlineData(""", "analysis": { "metrics": [{ "preset": "batch-item-failures" }] }""", 0)]
    public void Items_ThatMayBeGivenBack_AreWarnedOfUnlessSomethingCountsThem(string analysis, int warnings)
    {
        var (request, faults) = Given.Read($$"""
            { "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 10, "bakeSeconds": 300 }],
              "alarms": ["errors"]{{analysis}} }
            """);

        var told = PlanRollout.Plan(
            request, faults, World with { Sources = [Queue with { ReportsItems = true }] }, Given.Execution, Given.Time).Warnings;

        Assert.Equal(warnings, (told ?? []).Count(warning => warning.StartsWith(
            "The function may give back single items of the queue orders in batchItemFailures, and Lambda counts that as success",
            StringComparison.Ordinal)));
    }

    [Fact]
    public void TumblingWindow_IsHandedFromVersionToVersion() => Assert.StartsWith(
        "In a tumbling window of the stream clicks an invocation hands its state to the next",
        Warnings([Stream with { TumblingSeconds = 60 }], Given.Step(10, 300))[^1],
        StringComparison.Ordinal);

    [Fact]
    public void Sources_ThatBringNothing_AreNotToldOf() => Assert.Empty(
        Warnings([Stream with { IsEnabled = false, WindowSeconds = 300 }, Queue], Given.Step(10, 60)));

    [Theory]
    [InlineData("arn:aws:kinesis:us-east-1:123456789012:stream/clicks/consumer/fan:1", "the stream clicks")]
    [InlineData("arn:aws:kafka:us-east-1:1:cluster/log/abc", "\"arn:aws:kafka:us-east-1:1:cluster/log/abc\"")]
    [InlineData(null, "a Kafka cluster")]
    public void Source_OfAnyKind_IsNamed(string? arn, string name) => Assert.Contains(
        $"failed records of {name} again", Assert.Single(Warnings([new(arn)], Given.Step(10, 300))), StringComparison.Ordinal);

    [Fact]
    public void Sources_OfWhichThereAreMany_AreCutShort()
    {
        var many = Enumerable.Range(1, 100).Select(i => new EventSource($"arn:aws:kinesis:{Place}:stream/s{i}")).ToList();

        Assert.Contains(
            "the stream s1, the stream s2, the stream s3 and 97 more again",
            Assert.Single(Warnings(many, Given.Step(10, 300))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Sources_OfWhichAwsDoesNotTell_AreSaidToBeUnknown() => Assert.StartsWith(
        "AWS did not tell which queues and streams call live",
        Assert.Single(Warnings(World with { MayReadSources = false }, Given.Step(10, 300))),
        StringComparison.Ordinal);

    private static PlanFindings World => Given.World with
    {
        Stable = new("3", "old", "Active", "Successful", null),
        Alarms = [new("errors", AlarmState.Ok, null)],
    };

    private static IReadOnlyList<string> Warnings(IReadOnlyList<EventSource> sources, params Step[] steps) =>
        Warnings(World with { Sources = sources }, steps);

    private static IReadOnlyList<string> Warnings(PlanFindings world, params Step[] steps)
    {
        var request = Given.Request([.. steps, Given.Step(100, 0)]) with { Alarms = ["errors"] };
        var plan = PlanRollout.Plan(request, [], world, Given.Execution, Given.Time);
        Assert.Null(plan.Faults);
        return plan.Warnings ?? [];
    }
}
