using System.Text.Json;
using Canary.Aliases;
using Canary.Answers;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Answers;

public class WordRequestTests
{
    private const string Machine = "arn:aws:states:us-east-1:123456789012:stateMachine:canary";

    [Theory]
    [InlineData(""" "word": "pause", "seconds": 600, "reason": "why" """, WordKind.Pause, "why", 600)]
    [InlineData(""" "word": "abort" """, WordKind.Abort, null, null)]
    public void Read_AWordToARollout_IsToldWithItsTime(string more, WordKind kind, string? why, int? seconds) => Assert.Equal(
        new WordRequest("orders", "live", null, new(kind, "alice", why, seconds, "00:00:00")),
        Read($$"""{ "function": "orders", "alias": "live", "by": "alice", {{more}} }""", approves: false));

    [Theory]
    [InlineData("", WordKind.Approve)]
    [InlineData(""", "approve": true""", WordKind.Approve)]
    [InlineData(""", "approve": false""", WordKind.Reject)]
    [InlineData(""", "word": "reject" """, WordKind.Reject)]
    [InlineData(""", "word": "approve", "approve": true""", WordKind.Approve)]
    public void Read_AnAnswer_IsAnApprovalUnlessItSaysElse(string more, WordKind kind) => Assert.Equal(
        new WordRequest(null, null, Given.Execution, new(kind, "alice", null, null, "00:00:00")),
        Read($$"""{ "execution": "test", "by": "alice"{{more}} }""", approves: true));

    [Theory]
    [InlineData("[]", "The input is []. It must be a JSON object")]
    [InlineData("""{ "execution": "a" }""", "by is missing. Say who you are")]
    [InlineData("""{ "by": "a" }""", "No rollout is named. Give function and alias, or execution.")]
    [InlineData("""{ "by": "a", "alias": "live" }""", "function is missing. Give function and alias, or execution.")]
    [InlineData("""{ "by": "a", "function": "orders" }""", "alias is missing.")]
    [InlineData("""{ "by": "a", "function": "o o", "alias": "live" }""", "\"o o\" is neither a function's name")]
    [InlineData("""{ "by": "a", "execution": "a:b" }""", "execution is \"a:b\". It must be the ARN or the name")]
    [InlineData("""{ "by": "", "execution": "a" }""", "by is \"\".")]
    [InlineData("""{ "by": "a", "execution": "a" }""", "word is missing. Give one of pause, resume, skip, promote, abort.")]
    [InlineData("""{ "by": "a", "execution": "a", "word": "approve" }""", "word is \"approve\". It must be one of pause, ")]
    [InlineData("""{ "by": "a", "execution": "a", "word": "pause", "seconds": 43201 }""", "seconds is 43201. It must be")]
    [InlineData("""{ "by": "a", "execution": "a", "word": "skip", "seconds": 5 }""", "seconds is 5, but only a pause lasts.")]
    [InlineData("""{ "by": "a", "execution": "a", "wrod": "skip" }""", "wrod is not a field")]
    [InlineData("""{ "by": "\ud800", "execution": "a", "word": "skip" }""", "half a character")]
    [InlineData("""{ "by": "a\nb", "execution": "a", "word": "skip" }""", "by is \"a\\nb\", which has characters that do not")]
    public void Read_AFaultyWord_QuotesTheValueAndSaysWhatToDo(string input, string fault)
    {
        var faults = new List<string>();

        Assert.Null(Read(input, approves: false, faults));
        Assert.Contains(fault, string.Join(" ", faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SeveralFaults_AreToldAtOnce()
    {
        var faults = new List<string>();

        Assert.Null(Read("""{ "by": 7, "approve": 1, "x": 1 }""", approves: true, faults));
        var message = WordAnswer.Unfit(faults).Message;

        Assert.StartsWith("Nothing was asked of any rollout. (1) x is not a field", message, StringComparison.Ordinal);
        Assert.Contains("approve is 1.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WordAndFlagThatDiffer_IsAFault()
    {
        var faults = new List<string>();

        Assert.Null(Read("""{ "by": "a", "execution": "a", "approve": true, "word": "reject" }""", approves: true, faults));
        Assert.Equal("word is reject, and approve says otherwise. Leave one of them out.", Assert.Single(faults));
    }

    private static WordRequest? Read(string json, bool approves, List<string>? faults = null) => WordRequest.Read(
        JsonSerializer.Deserialize<JsonElement>(json), approves, Machine, Given.Time, faults ?? []);
}
