using System.Text.Json;
using Canary.Answers;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Answers;

public class ApproveRequestTests
{
    [Theory]
    [InlineData("", true, null, """{"approved":true,"by":"alice"}""")]
    [InlineData(""", "approve": true, "reason": "fine" """, true, "fine", """{"approved":true,"by":"alice","reason":"fine"}""")]
    [InlineData(""", "approve": false""", false, null, """{"approved":false,"by":"alice"}""")]
    public void Read_AnAnswer_IsAnApprovalUnlessItSaysElse(string more, bool approve, string? reason, string output)
    {
        var request = ApproveRequest.Read(Json($$"""{ "execution": "{{Given.Execution}}", "by": "alice"{{more}} }"""), []);

        Assert.Equal(new ApproveRequest(Given.Execution, "alice", approve, reason), request);
        Assert.Equal(output, JsonSerializer.Serialize(request!.Output, CanaryJson.Relaxed.ApprovalOutput));
    }

    [Theory]
    [InlineData("[]", "The input is []. It must be a JSON object")]
    [InlineData(
        """{ "execution": "arn:aws:states:us-east-1:123456789012:execution:canary:test" }""", "by is missing. Say who you are")]
    [InlineData("""{ "by": "alice" }""", "execution is missing")]
    [InlineData("""{ "execution": "release-1", "by": "alice" }""", "execution is \"release-1\". It must be the ARN")]
    [InlineData("""{ "execution": "arn:aws:states:us-east-1:123456789012:execution:canary:test", "by": "" }""", "by is \"\".")]
    [InlineData(
        """{ "execution": "arn:aws:states:us-east-1:123456789012:execution:canary:test", "by": "a", "approve": "no" }""",
        "approve is \"no\". It must be true")]
    [InlineData(
        """{ "execution": "arn:aws:states:us-east-1:123456789012:execution:canary:test", "by": "a", "aprove": false }""",
        "aprove is not a field")]
    [InlineData(
        """{ "execution": "arn:aws:states:us-east-1:123456789012:execution:canary:test", "by": "\ud800" }""", "half a character")]
    [InlineData(
        """{ "execution": "arn:aws:states:us-east-1:123456789012:execution:canary:test", "by": "a\u202e" }""",
        "by is \"a\\u202e\", which has characters that do not show or that turn the writing around.")]
    [InlineData(
        """{ "execution": "arn:aws:states:us-east-1:123456789012:execution:canary:test", "by": "a\nb" }""",
        "by is \"a\\nb\", which has characters that do not show or that turn the writing around.")]
    [InlineData(
        """{ "execution": "arn:aws:states:us-east-1:123456789012:execution:canary:test", "by": "a", "reason": "\u0000" }""",
        "reason is \"\\u0000\", which has characters that do not show")]
    public void Read_AFaultyAnswer_QuotesTheValueAndSaysWhatToDo(string input, string fault)
    {
        var faults = new List<string>();

        Assert.Null(ApproveRequest.Read(Json(input), faults));
        Assert.Contains(fault, string.Join(" ", faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SeveralFaults_AreToldAtOnce()
    {
        var faults = new List<string>();

        Assert.Null(ApproveRequest.Read(Json("""{ "by": 7, "approve": 1, "x": 1 }"""), faults));
        var message = ApproveAnswer.Unfit(faults).Message;

        Assert.StartsWith("Nothing was approved or rejected. (1) x is not a field", message, StringComparison.Ordinal);
        Assert.Contains("(4) approve is 1.", message, StringComparison.Ordinal);
    }

    private static JsonElement Json(string json) => JsonSerializer.Deserialize<JsonElement>(json);
}
