using System.Text.Json;
using System.Text.Json.Nodes;
using Canary.Rollouts;
using Canary.Tests.Rollouts;
using FsCheck.Xunit;
using Json.Schema;
using Outcome = Canary.Rollouts.Outcome;

namespace Canary.Tests.Schema;

/// <summary>The document's schema says what the state machine writes: no more, and no less.</summary>
public class DocumentSchemaTests
{
    private const int MomentsOfARollout = 4;

    [Property(Arbitrary = [typeof(Plans)], MaxTest = 25)]
    public void ARollout_AtEveryMoment_IsAsTheSchemaSays(Plan plan)
    {
        var documents = DocumentSamples.Walked(plan).ToList();
        var every = 1 + documents.Count / MomentsOfARollout;

        Assert.All(documents.Where((_, i) => i % every == 0).Append(documents[^1]), IsAsTheSchemaSays);
    }

    [Property(Arbitrary = [typeof(Inputs)], MaxTest = 50)]
    public void APlan_OfAnyInput_IsAsTheSchemaSays(ValidInput valid, WildInput wild)
    {
        IsAsTheSchemaSays(DocumentSamples.Planned(valid.Json));
        IsAsTheSchemaSays(DocumentSamples.Planned(wild.Json));
    }

    [Fact]
    public void Documents_OfEachEnding_AreAsTheSchemaSaysAndHaveAllOfItsMembersAndOutcomes()
    {
        var documents = DocumentSamples.All.ToList();
        var members = new SchemaMembers(SchemaFile.Document);

        Assert.All(documents, IsAsTheSchemaSays);
        Assert.Empty(members.All().Except(documents.SelectMany(one => members.In(JsonNode.Parse(Written(one))))));
        Assert.Empty(Enum.GetValues<Outcome>().Except(documents.Select(one => one.Outcome)));
    }

    [Fact]
    public void Schema_AMemberThatItDoesNotName_IsRefused()
    {
        var objects = SchemaFile.Document.Objects()
            .Where(part => part.Value["properties"] is JsonObject && part.Value["type"] is JsonValue);

        Assert.All(objects, part => Assert.Equal("false", part.Value["additionalProperties"]?.ToJsonString()));
    }

    [Fact]
    public void Schema_EachMember_SaysWhatItIs()
    {
        var members = new SchemaMembers(SchemaFile.Document).All().Select(SchemaFile.Document.At);

        Assert.All(members, member => Assert.True(Says(member, "title") && Says(member, "description"), member.ToJsonString()));
    }

    [Fact]
    public void Schema_Itself_IsOneOfDraft202012() =>
        Assert.True(MetaSchemas.Draft202012.Evaluate(JsonSerializer.SerializeToElement(SchemaFile.Document.Json)).IsValid);

    private static void IsAsTheSchemaSays(Rollout rollout)
    {
        var json = Written(rollout);

        Assert.True(SchemaFile.Document.Accepts(json), $"{string.Join('\n', SchemaFile.Document.FaultsOf(json))}\n{json}");
        Assert.Equal(json, Written(JsonSerializer.Deserialize(json, RolloutJson.Relaxed.Rollout)!));
    }

    private static string Written(Rollout rollout) => JsonSerializer.Serialize(rollout, RolloutJson.Relaxed.Rollout);

    private static bool Says(JsonObject member, string what) =>
        member[what] is not null || SchemaFile.Document.At(member["$ref"]!.GetValue<string>().TrimStart('#'))[what] is not null;
}
