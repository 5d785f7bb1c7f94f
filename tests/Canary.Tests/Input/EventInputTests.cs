using System.Text.Json;
using Canary.Input;

namespace Canary.Tests.Input;

public class EventInputTests
{
    [Theory]
    [InlineData("""{ "detail-type": "x", "source": "y" }""", null)]
    [InlineData("""{ "detail-type": "x", "detail": {} }""", null)]
    [InlineData("""{ "source": "y", "detail": {} }""", null)]
    [InlineData("""{ "detail-type": "x", "source": "y", "detail": { "functionName": "orders" } }""", "Its detail is one")]
    [InlineData("""{ "detail-type": "x", "source": "y", "detail": {} }""", "Give the rule's target an InputTransformer")]
    [InlineData("""{ "detail-type": 7, "source": null, "detail": "orders" }""", "Give the rule's target an InputTransformer")]
    public void EventInput_OnlyAWholeEvent_IsOne(string json, string? text)
    {
        var fault = EventInput.FaultOf(JsonSerializer.Deserialize<JsonElement>(json));

        if (text is null) Assert.Null(fault);
        else Assert.Contains(text, fault, StringComparison.Ordinal);
    }
}
