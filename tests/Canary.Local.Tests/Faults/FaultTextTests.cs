using Canary.Local.Faults;

namespace Canary.Local.Tests.Faults;

public class FaultTextTests
{
    public static TheoryData<string, Fault> Faults => new()
    {
        { "lambda:UpdateAlias throttle x3", new Fault("lambda", "UpdateAlias", FaultKind.Throttle) { Times = 3 } },
        {
            "lambda:UpdateAlias(orders:live) lost-response #2 x1",
            new Fault("lambda", "UpdateAlias", FaultKind.LostResponse) { Resource = "orders:live", From = 2, Times = 1 }
        },
        { "states:* server-error", new Fault("states", "*", FaultKind.ServerError) },
        {
            "cloudwatch:DescribeAlarms slow 30s",
            new Fault("cloudwatch", "DescribeAlarms", FaultKind.Slow) { Delay = TimeSpan.FromSeconds(30) }
        },
        { "lambda:GetAlias stale x2", new Fault("lambda", "GetAlias", FaultKind.Stale) { Times = 2 } },
        {
            "lambda:GetFunction stale 90s",
            new Fault("lambda", "GetFunction", FaultKind.Stale) { Delay = TimeSpan.FromMinutes(1.5) }
        },
        {
            "function:canary-ShiftWeightFunction late 90s",
            new Fault("function", "canary-ShiftWeightFunction", FaultKind.Late) { Delay = TimeSpan.FromSeconds(90) }
        },
        {
            "metric:Errors(orders) missing x4",
            new Fault("metric", "Errors", FaultKind.Missing) { Resource = "orders", Times = 4 }
        },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Parse_AFault_ReadsItAndWritesTheSame(string text, Fault expected)
    {
        var problems = new List<string>();

        var fault = Assert.Single(FaultText.Parse([text], EmulatedCalls.All, new Random(1), problems));

        Assert.Empty(problems);
        Assert.Equal(expected, fault);
        Assert.Equal(text, fault.ToString());
    }

    [Theory]
    [InlineData("250ms", 0.25)]
    [InlineData("2m", 120)]
    [InlineData("1.5h", 5400)]
    public void Parse_Durations_InAnyUnit(string duration, double seconds) =>
        Assert.Equal(
            seconds,
            Assert.Single(
                FaultText.Parse([$"lambda:GetAlias slow {duration}"], EmulatedCalls.All, new Random(1), [])).Delay.TotalSeconds);

    [Fact]
    public void Parse_AProbability_DrawsFromTheGivenRandom()
    {
        var random = new Random(1);

        var fault = Assert.Single(FaultText.Parse(["lambda:GetAlias throttle 20%"], EmulatedCalls.All, random, []));

        Assert.Equal((0.2, random), (fault.Probability, fault.Random));
        Assert.Equal("lambda:GetAlias throttle 20%", fault.ToString());
    }

    [Theory]
    [InlineData("throttle", "say where and what")]
    [InlineData("lambda throttle", "\"lambda\" is no place")]
    [InlineData("s3:GetObject throttle", "there is no \"s3\": cloudwatch, ")]
    [InlineData("lambda:UpdateAlis throttle", "lambda has no \"UpdateAlis\" here, but AddPermission, CreateAlias, ")]
    [InlineData("lambda:UpdateAlias boom", "there is no \"boom\", but throttle, ")]
    [InlineData("lambda:UpdateAlias throttle 3", "\"3\" is no duration (30s), no number of times (x3)")]
    [InlineData("lambda:UpdateAlias throttle x1.5", "\"x1.5\" is no")]
    [InlineData("lambda:UpdateAlias throttle x0", "it strikes 0 times")]
    [InlineData("lambda:UpdateAlias throttle #0", "it starts at call 0")]
    [InlineData("lambda:UpdateAlias throttle 0%", "its probability is 0:")]
    [InlineData("lambda:UpdateAlias throttle 101%", "its probability is 1.01:")]
    [InlineData("lambda:UpdateAlias late", "\"late\" needs a duration")]
    [InlineData("lambda:UpdateAlias stale x1", "stale reads exist for lambda:GetAlias, ")]
    [InlineData("lambda:GetAlias stale", "\"stale\" needs either a number of reads, such as x2, or a duration")]
    [InlineData("lambda:GetAlias stale x1 5s", "\"stale\" needs either")]
    [InlineData("lambda:GetAlias crash-after", "\"crash-after\" does not strike calls of an API")]
    [InlineData("function:orders missing", "\"missing\" does not strike invocations of a function")]
    [InlineData("metric:Errors throttle", "\"throttle\" does not strike metrics. What does: late, missing")]
    public void Parse_WhatIsNoFault_IsRefusedQuotingIt(string text, string expected)
    {
        var problems = new List<string>();

        Assert.Empty(FaultText.Parse([text], EmulatedCalls.All, new Random(1), problems));

        Assert.Contains(problems, problem => problem.StartsWith($"\"{text}\": {expected}", StringComparison.Ordinal));
    }

    [Fact]
    public void Parse_SeveralMistakes_TellsAllOfThem()
    {
        var problems = new List<string>();

        FaultText.Parse(["lambda:Nothing boom ever", "states:* late"], EmulatedCalls.All, new Random(1), problems);

        Assert.Equal(4, problems.Count);
    }
}
