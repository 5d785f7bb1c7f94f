using Canary.Local.CloudWatch.Alarms;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Wire;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Canary.Local.Tests.CloudWatch.Alarms;

public sealed class AlarmRuleParserTests
{
    [Theory]
    [InlineData("TRUE", true)]
    [InlineData("false", false)]
    [InlineData("NOT FALSE AND FALSE", false)]
    [InlineData("TRUE OR FALSE AND FALSE", true)]
    [InlineData("(TRUE OR FALSE) AND FALSE", false)]
    [InlineData("NOT NOT TRUE", true)]
    [InlineData("ALARM(a) AND OK(b) AND INSUFFICIENT_DATA(c)", true)]
    [InlineData("OK( \"a\" )", false)]
    [InlineData("ALARM(unknown) OR OK(unknown)", false)]
    public void Holds_ForTheStatesGiven_FollowsPrecedence(string rule, bool expected) =>
        Assert.Equal(expected, AlarmRuleParser.Parse(rule).Holds(name => name switch
        {
            "a" => AlarmStateValue.Alarm,
            "b" => AlarmStateValue.Ok,
            "c" => AlarmStateValue.InsufficientData,
            _ => null,
        }));

    [Property(Arbitrary = [typeof(Rules)])]
    public void Parse_OfAnyPrintedRule_GivesTheRuleBack(AlarmRule rule) =>
        Assert.Equal(rule, AlarmRuleParser.Parse(rule.ToString()!));

    [Theory]
    [InlineData(250, false)]
    [InlineData(251, true)]
    public void Parse_MoreThan500Elements_IsRefused(int terms, bool refused)
    {
        var rule = string.Join(" OR ", Enumerable.Repeat("TRUE", terms * 2));

        Assert.Equal(
            refused, Record.Exception(() => AlarmRuleParser.Parse(rule)) is AwsException { Code: "ValidationException" });
    }

    [Fact]
    public void Parse_NestedAsDeepAsARuleIsLong_IsRefused()
    {
        var refusal = Assert.Throws<AwsException>(() => AlarmRuleParser.Parse(new string('(', 10_240)));

        Assert.Equal("Error in AlarmRule [The expression has more than 500 elements]", refusal.Message);
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(101, true)]
    public void Parse_MoreThan100Children_IsRefused(int children, bool refused)
    {
        var rule = string.Join(" OR ", Enumerable.Range(0, children).Select(child => $"ALARM(a{child})"));

        Assert.Equal(
            refused, Record.Exception(() => AlarmRuleParser.Parse(rule)) is AwsException { Code: "ValidationException" });
    }

    public static class Rules
    {
        public static Arbitrary<AlarmRule> Rule() => Arb.From(Gen.Sized(size => OfSize(Math.Min(size, 6))));

        private static Gen<AlarmRule> OfSize(int size)
        {
            var leaf = Gen.OneOf(
                ArbMap.Default.GeneratorFor<bool>().Select(value => (AlarmRule)new AlarmRule.Constant(value)),
                Gen.Elements(Enum.GetValues<AlarmStateValue>()).SelectMany(
                    _ => Gen.Elements("errors", "two words", "a\"quote", "back\\slash", "(odd) AND TRUE", "é"),
                    (state, name) => (AlarmRule)new AlarmRule.Child(state, name)));
            if (size == 0) return leaf;
            var smaller = OfSize(size / 2);
            return Gen.OneOf(
                leaf,
                smaller.Select(rule => (AlarmRule)new AlarmRule.Not(rule)),
                smaller.SelectMany(_ => smaller, (left, right) => (AlarmRule)new AlarmRule.Both(left, right)),
                smaller.SelectMany(_ => smaller, (left, right) => (AlarmRule)new AlarmRule.Either(left, right)));
        }
    }
}
