using System.Text.Json.Nodes;
using Canary.Aliases;
using Canary.EndToEnd.Tests.Safety.Plays;
using Canary.EndToEnd.Tests.Safety.Worlds;
using Canary.Local.StepFunctions.Model;

namespace Canary.EndToEnd.Tests.Upgrades;

/// <summary>
/// What stands beside the state machine understands the documents of every release whose samples are kept here, and of one that
/// there is not yet. CANARY_WRITE_DOCUMENTS=2026-12 adds the samples of the present release, before it is released.
/// </summary>
public class OlderDocumentTests
{
    private const string Release = "CANARY_WRITE_DOCUMENTS";

    public static TheoryData<string> Files => [.. DocumentSample.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task RestoreAlias_ADocumentOfAnotherRelease_GivesTheAliasBack(string file)
    {
        await using var world = await OlderWorld.CreateAsync(DocumentSample.Read(file));

        world.Aws.StepFunctions.StopExecution(world.Execution, "Operator", "a test");
        await world.PassAsync(10);

        Assert.Equal((World.Stable, World.Description), world.Alias);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task RestoreAlias_ADocumentOfANewerRelease_GivesTheAliasBack(string file)
    {
        var sample = DocumentSample.Read(file);
        await using var world = await OlderWorld.CreateAsync(sample with { Document = Newer(sample.Document) });

        world.Aws.StepFunctions.StopExecution(world.Execution, "Operator", "a test");
        await world.PassAsync(10);

        Assert.Equal((World.Stable, World.Description), world.Alias);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Control_ADocumentOfAnotherRelease_TakesTheWordOrSaysWhyNot(string file)
    {
        await using var world = await OlderWorld.CreateAsync(DocumentSample.Read(file));

        var answer = await world.SayAsync("abort");

        // A rollout on its way back needs no word.
        if (answer.Contains("is on its way back already", StringComparison.Ordinal)) return;
        Assert.Contains("\"accepted\":true", answer, StringComparison.Ordinal);
        Assert.Contains("; abort by alice", world.Alias.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Samples_AreOfEveryStateInWhichTheAliasIsHeld()
    {
        var now = new Dictionary<string, DocumentSample>();
        foreach (var way in Ways.All.Where(way => way is { HasAlias: true, Provisioned: 0 })) await ReadAsync(way, now);
        if (Environment.GetEnvironmentVariable(Release) is { Length: > 0 } release)
            foreach (var sample in now.Values) sample.Write(release);

        var kept = DocumentSample.Files.Select(file => Path.GetFileNameWithoutExtension(file)).ToHashSet();
        Assert.InRange(now.Count, 12, 40);
        Assert.Subset(kept, now.Keys.ToHashSet());
    }

    // It has members that nobody knows here, and goes on to a state that is none of ours.
    private static JsonObject Newer(JsonObject document)
    {
        var newer = document.DeepClone().AsObject();
        foreach (var part in (JsonNode?[])[newer, newer["plan"], newer["internal"], newer["internal"]!["alias"]])
            part!["newer"] = new JsonObject { ["than"] = "this release" };
        if ((string)newer["internal"]!["next"]! is "Bake" or "AskApproval") newer["internal"]!["next"] = "Ponder";
        return newer;
    }

    private static async Task ReadAsync(Script way, Dictionary<string, DocumentSample> into)
    {
        await Play.RunAsync(way, world => world.Aws.StepFunctions.StateEntered += entered => Note(world, entered, into));
    }

    private static void Note(World world, StateEntered entered, Dictionary<string, DocumentSample> into)
    {
        if (Hold.HolderOf(world.Current.Description) != entered.ExecutionArn) return;
        var document = JsonNode.Parse(entered.Input)!.AsObject();
        if ((string?)document["execution"] == entered.ExecutionArn)
            into.TryAdd(entered.StateName, new(entered.StateName, entered.ExecutionArn, world.Current, document));
    }
}
