using System.Text.Json;
using Canary.Architecture.Tests.Source;

namespace Canary.Architecture.Tests;

/// <summary>The pages explain all that there is: each state, each field of the input, each member of the document.</summary>
public class PageTests
{
    [Fact]
    public void HowItWorks_EachStateOfTheStateMachine_IsExplained()
    {
        using var machine = JsonDocument.Parse(SourceTree.Read("statemachines/canary.asl.json"));
        var states = machine.RootElement.GetProperty("States").EnumerateObject().Select(state => state.Name);

        Explains("docs/how-it-works.md", states);
    }

    [Fact]
    public void Input_EachFieldOfTheSchema_IsExplained() => Explains("docs/input.md", FieldsOf("docs/schema/input.schema.json"));

    // The document's plan has fields of the input, which that page explains.
    [Fact]
    public void Document_EachMemberOfTheSchema_IsExplained() => Explains(
        "docs/document.md",
        FieldsOf("docs/schema/document.schema.json").Except(MarkdownPage.Read("docs/input.md").CodeSpans));

    [Fact]
    public void Events_EachMemberOfTheSchema_IsExplained() => Explains(
        "docs/events.md", FieldsOf("docs/schema/event.schema.json").Except(["source", "detail-type", "detail"]));

    private static void Explains(string page, IEnumerable<string> names) =>
        Assert.Empty(names.Distinct().Except(MarkdownPage.Read(page).CodeSpans));

    private static List<string> FieldsOf(string schema)
    {
        using var document = JsonDocument.Parse(SourceTree.Read(schema));
        return [.. Fields(document.RootElement)];
    }

    // A schema names the fields of an object under "properties", however deep.
    private static IEnumerable<string> Fields(JsonElement schema)
    {
        if (schema.ValueKind == JsonValueKind.Array)
        {
            foreach (var field in schema.EnumerateArray().SelectMany(Fields)) yield return field;
        }
        if (schema.ValueKind != JsonValueKind.Object) yield break;
        foreach (var member in schema.EnumerateObject())
        {
            if (member is { Name: "properties", Value.ValueKind: JsonValueKind.Object })
            {
                foreach (var field in member.Value.EnumerateObject()) yield return field.Name;
            }
            foreach (var field in Fields(member.Value)) yield return field;
        }
    }
}
