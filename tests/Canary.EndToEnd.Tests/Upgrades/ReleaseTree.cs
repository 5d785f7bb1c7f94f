using System.Text.Json.Nodes;
using Canary.InProcess;
using Canary.Local.Deploy;

namespace Canary.EndToEnd.Tests.Upgrades;

/// <summary>
/// The source trees of releases of Canary that there are not yet: each changes every Lambda and the definition.
/// </summary>
internal static class ReleaseTree
{
    /// <summary>What the release that is in this source tree gives its Lambdas. Each later one gives them one more.</summary>
    public const int Memory = 512;

    private static readonly SourceTree Present = SourceTree.Find(AppContext.BaseDirectory);
    private static readonly DirectoryInfo Folder = PassingFolder.Create("canary-releases-");
    private static readonly Lock Gate = new();

    /// <summary>The release of a number: 0 is the present one.</summary>
    public static SourceTree Of(int release)
    {
        if (release == 0) return Present;
        var root = Path.Combine(Folder.FullName, $"{release}");
        lock (Gate)
        {
            if (!Directory.Exists(root)) Write(root, release);
        }
        return Present with { Root = root };
    }

    private static void Write(string root, int release)
    {
        var template = Present.Read("template.yaml");
        const string Unchanged = "MemorySize: 512";
        Assert.Contains(Unchanged, template, StringComparison.Ordinal);
        Directory.CreateDirectory(Path.Combine(root, "statemachines"));
        File.WriteAllText(
            Path.Combine(root, "template.yaml"),
            template.Replace(Unchanged, $"MemorySize: {Memory + release}", StringComparison.Ordinal));
        File.WriteAllText(
            Path.Combine(root, "statemachines", "canary.asl.json"), Changed(Present.Read("statemachines/canary.asl.json")));
    }

    // It has a state more, between the shift and the bake.
    private static string Changed(string definition)
    {
        var machine = JsonNode.Parse(definition)!;
        var states = machine["States"]!.AsObject();
        var shift = states["ShiftWeight"]!.AsObject();
        states["Shifted"] = new JsonObject { ["Type"] = "Pass", ["Next"] = shift["Next"]!.GetValue<string>() };
        shift["Next"] = "Shifted";
        return machine.ToJsonString();
    }
}
