using Canary.Local.Events.Model;
using Canary.Local.Wire;

namespace Canary.Local.Tests.Events;

public sealed class RuleTests : IDisposable
{
    private const string Pattern = """{"source":["shop"]}""";

    private readonly Bus _bus = new();

    public void Dispose() => _bus.Dispose();

    [Fact]
    public void PutRule_Again_ReplacesAllButTheTargets()
    {
        _bus.Rule(Pattern);
        _bus.Service.DisableRule("rule");

        var rule = _bus.Service.PutRule("rule", null, "rate(5 minutes)", description: "New.");

        Assert.Equal("arn:aws:events:us-east-1:123456789012:rule/rule", rule.Arn);
        Assert.Equal(
            (null, "rate(5 minutes)", true, "New."),
            (rule.EventPattern, rule.ScheduleExpression, rule.IsEnabled, rule.Description));
        Assert.Equal([new RuleTarget("1", Bus.Function)], _bus.Service.ListTargetsByRule("rule"));
    }

    [Fact]
    public void Rule_ThatIsDisabled_SendsNothingUntilItIsEnabled()
    {
        _bus.Rule(Pattern);

        _bus.Service.DisableRule("rule");
        _bus.Put("{}");
        Assert.Empty(_bus.Invocations);

        _bus.Service.EnableRule("rule");
        _bus.Put("{}");
        Assert.Single(_bus.Invocations);
    }

    [Fact]
    public void Targets_OfARule_AllGetTheEventOrTheirOwnInput()
    {
        _bus.Service.PutRule("rule", Pattern);
        _bus.Service.PutTargets(
            "rule", new RuleTarget("a", $"{Bus.Function}:live"), new RuleTarget("b", Bus.Function, """{"fixed":1}"""));

        _bus.Put("{}");

        Assert.Equal([$"{Bus.Function}:live", Bus.Function], _bus.Invocations.Select(one => one.Function));
        Assert.Equal("""{"fixed":1}""", _bus.Invocations[1].Payload);
    }

    [Fact]
    public void DeleteRule_WithTargets_IsRefusedUntilTheyAreRemoved()
    {
        _bus.Rule(Pattern);

        Assert.Equal(
            ("ValidationException", "Rule can't be deleted since it has targets."),
            Refusal(() => _bus.Service.DeleteRule("rule")));
        Assert.Equal(["x"], _bus.Service.RemoveTargets("rule", "1", "x"));
        _bus.Service.DeleteRule("rule");

        Assert.Empty(_bus.Service.ListRules());
        _bus.Service.DeleteRule("rule");
    }

    [Fact]
    public void Function_ThatIsGone_IsGivenUp()
    {
        _bus.Refusal = new AwsException(404, "ResourceNotFoundException", "Function not found.");
        _bus.Rule(Pattern);

        Assert.Equal(0, (int)_bus.Put("{}")["FailedEntryCount"]!);
    }

    [Fact]
    public void PutTargets_MoreThanFive_ChangesNothing()
    {
        _bus.Rule(Pattern);
        RuleTarget[] more = [.. Enumerable.Range(2, 5).Select(id => new RuleTarget($"{id}", Bus.Function))];

        Assert.Equal("LimitExceededException", Refusal(() => _bus.Service.PutTargets("rule", more)).Code);
        Assert.Single(_bus.Service.ListTargetsByRule("rule"));
    }

    [Fact]
    public void PutTargets_AQueueAndATopicWithDeadLetters_AreKeptAsTheyAre()
    {
        _bus.Rule(Pattern);
        var queue = new RuleTarget("q", "arn:aws:sqs:us-east-1:123456789012:mails")
        {
            DeadLetterArn = "arn:aws:sqs:us-east-1:123456789012:dead",
            MaximumRetryAttempts = 185,
            MaximumEventAgeInSeconds = 60,
        };
        var topic = new RuleTarget("t", "arn:aws:sns:us-east-1:123456789012:news");

        _bus.Service.PutTargets("rule", queue, topic);

        Assert.Equal([queue, topic], _bus.Service.ListTargetsByRule("rule").Where(target => target.Id is "q" or "t"));
        Assert.Equal(
            "1 validation error detected: Value '186' at "
            + "'targets.1.member.retryPolicy.maximumRetryAttempts' failed to satisfy constraint: "
            + "Member must have value less than or equal to 185",
            Refusal(() => _bus.Service.PutTargets("rule", queue with { MaximumRetryAttempts = 186 })).Message);
    }

    [Fact]
    public void Event_ThatATargetCannotTake_GoesToItsDeadLetterQueue()
    {
        _bus.Service.PutRule("rule", """{"source":["shop"]}""");
        _bus.Service.PutTargets(
            "rule", new RuleTarget("1", Bus.Function) { DeadLetterArn = "arn:aws:sqs:us-east-1:123456789012:dead" });
        _bus.Refusal = new AwsException(404, "ResourceNotFoundException", "Function not found.");

        _bus.Put("{}");

        Assert.Equal([Bus.Function, "arn:aws:sqs:us-east-1:123456789012:dead"], _bus.Invocations.Select(one => one.Function));
        Assert.Equal(_bus.Invocations[0].Payload, _bus.Invocations[1].Payload);
    }

    [Theory]
    [InlineData("sqs", "Parameter sqs is not valid. Reason: Provided Arn is not in correct format.")]
    [InlineData("arn:aws:kinesis:us-east-1:123456789012:stream/a",
        "Canary.Local does not support the target arn:aws:kinesis:us-east-1:123456789012:stream/a: use a Lambda "
        + "function, an SQS queue or an SNS topic.")]
    [InlineData("arn:aws:sqs:us-east-1:123456789012:a.fifo",
        "Canary.Local does not support the target arn:aws:sqs:us-east-1:123456789012:a.fifo: FIFO is not there.")]
    public void PutTargets_OfWhatCannotBeATarget_IsRefused(string arn, string message)
    {
        _bus.Rule(Pattern);

        Assert.Equal(("ValidationException", message), Refusal(() => _bus.Service.PutTargets("rule", new RuleTarget("2", arn))));
    }

    [Fact]
    public void Rule_ThatDoesNotExist_IsRefusedByItsName()
    {
        const string Message = "Rule nobody does not exist on EventBus default.";

        Assert.Equal(("ResourceNotFoundException", Message), Refusal(() => _bus.Service.DescribeRule("nobody")));
        Assert.Equal(("ResourceNotFoundException", Message), Refusal(() => _bus.Service.EnableRule("nobody")));
        Assert.Equal(
            ("ResourceNotFoundException", Message),
            Refusal(() => _bus.Service.PutTargets("nobody", new RuleTarget("1", Bus.Function))));
    }

    [Theory]
    [InlineData(
        "a b", null, "rate(1 minute)", @"1 validation error detected: Value 'a b' at 'name' failed to satisfy constraint: "
        + @"Member must satisfy regular expression pattern: [\.\-_A-Za-z0-9]+")]
    [InlineData("rule", null, null, "Parameter(s) EventPattern or ScheduleExpression must be specified.")]
    [InlineData("rule", null, "rate(1 minutes)", "Parameter ScheduleExpression is not valid.")]
    [InlineData("rule", null, "rate(2 minute)", "Parameter ScheduleExpression is not valid.")]
    [InlineData("rule", null, "rate(0 minutes)", "Parameter ScheduleExpression is not valid.")]
    [InlineData("rule", null, "rate(5 seconds)", "Parameter ScheduleExpression is not valid.")]
    [InlineData("rule", null, "often", "Parameter ScheduleExpression is not valid.")]
    [InlineData("rule", null, "cron(0 12 * * ? *)",
        "Canary.Local does not support the ScheduleExpression 'cron(0 12 * * ? *)': use a rate such as rate(15 minutes).")]
    public void PutRule_ThatAwsRefuses_IsRefused(string name, string? pattern, string? schedule, string message) =>
        Assert.Equal(("ValidationException", message), Refusal(() => _bus.Service.PutRule(name, pattern, schedule)));

    private static (string Code, string Message) Refusal(Action call)
    {
        var refusal = Assert.Throws<AwsException>(call);
        return (refusal.Code, refusal.Message);
    }
}
