using System.Text.Json;
using Canary.Answers;

namespace Canary.Tests.Answers;

public class ApprovalAnswerTests
{
    [Theory]
    [InlineData("""{ "approved": true, "by": "alice" }""", true)]
    [InlineData("""{ "approved": true, "by": "alice", "by": "bob" }""", false)]
    [InlineData("""{ "approved": true, "approved": false }""", false)]
    [InlineData("""{ "approved": true, "reason": 7 }""", false)]
    public void Approval_AnAnswerThatSaysAWordTwice_IsNone(string json, bool approved) =>
        Assert.Equal(approved, ApprovalAnswer.Of(JsonSerializer.Deserialize<JsonElement>(json)).Approved);
}
