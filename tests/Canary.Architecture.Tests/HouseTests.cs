using Canary.Architecture.Tests.House;
using Canary.Architecture.Tests.Rules;
using Canary.Architecture.Tests.Source;

namespace Canary.Architecture.Tests;

/// <summary>The tree as it is, held to the plan of the house.</summary>
public sealed class HouseTests
{
    private static readonly IReadOnlyList<SourceFile> Files = [.. SourceTree.Files.Where(file => !IsTest(file))];

    private static readonly IReadOnlyList<Arrow> All = Arrows.Of(SourceTree.Files, SourceTree.Projects);

    [Fact]
    public void EveryFolder_IsInARoomOfThePlan() => None(RoomRule.Faults(Files, Plan.House));

    [Fact]
    public void EveryNamespace_IsItsFolder() => None(NamespaceRule.Faults(SourceTree.Files, SourceTree.Projects));

    [Fact]
    public void Arrows_RunDown() => None(FloorRule.Faults(All, Plan.House));

    [Fact]
    public void Rooms_NameNothingThatTheyMustNot() => None(NeverRule.Faults(Files, All, Plan.House));

    [Fact]
    public void TypeNames_OccurOnce() => None(TwinRule.Faults(Files.Where(file => Plan.House.Any(wing => wing.RoomOf(file.Folder) is not null))));

    [Fact]
    public void FoldersFilesAndLines_AreNotTooLarge() =>
        None(SizeRule.Faults(SourceTree.Files, SizeException.Read(SourceTree.Read("tests/Canary.Architecture.Tests/exceptions.txt"))));

    [Fact]
    public void TheDomain_HasNoPackageAndNoProject()
    {
        var project = SourceTree.Read("functions/Canary/Canary.csproj");

        Assert.DoesNotContain("Reference Include", project, StringComparison.Ordinal);
    }

    private static bool IsTest(SourceFile file) => file.Path.StartsWith("tests/", StringComparison.Ordinal);

    private static void None(IEnumerable<string> faults)
    {
        var found = faults.ToList();
        Assert.True(found.Count == 0, $"{found.Count} found:{Environment.NewLine}{string.Join(Environment.NewLine, found)}");
    }
}
