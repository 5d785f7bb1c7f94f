namespace Canary.Compat.Tests.Official;

/// <summary>Our own names against those of the official packages.</summary>
public sealed class OurNamesTests
{
    /// <summary>
    /// A name in two of the namespaces that a file opens is ambiguous (CS0104), unless the file says by an alias which one it
    /// means. The compiler finds that too, since compat/ has the names;
    /// this says it of files that no build on this machine compiles.
    /// </summary>
    [Fact]
    public void Types_OfOursAndOfficial_AreNotOpenedTogetherUnderOneName()
    {
        var ours = SourceFile.Ours.SelectMany(file => file.Declared).ToLookup(type => type.Namespace, type => type.Name);
        var official = OfficialApi.Types.Values.ToLookup(type => type.Namespace, type => type.ShortName);

        Assert.NotEmpty(ours);
        var faults =
            from file in SourceFile.Ours
            let theirs = file.Opened.SelectMany(opened => official[opened]).ToHashSet()
            where theirs.Count > 0
            let own = file.Opened.SelectMany(opened => ours[opened]).ToHashSet()
            from name in file.Named.Distinct()
            where theirs.Contains(name) && own.Contains(name) && !file.Aliases.Contains(name)
            select $"{Path.GetRelativePath(SourceFile.Tree, file.Path)}: {name}";
        Assert.Equal("", string.Join(Environment.NewLine, faults));
    }

    /// <summary>
    /// The official generator writes its template where this file says; without it one would appear among the sources.
    /// </summary>
    [Fact]
    public void TemplateOfTheGenerator_IsWrittenWhereGitDoesNotLook()
    {
        var defaults =
            File.ReadAllText(Path.Combine(SourceFile.Tree, "functions", "Canary.Functions", "aws-lambda-tools-defaults.json"));

        using var json = System.Text.Json.JsonDocument.Parse(defaults);

        Assert.StartsWith("obj/", json.RootElement.GetProperty("template").GetString(), StringComparison.Ordinal);
    }
}
