using Canary.Architecture.Tests.House;
using Canary.Architecture.Tests.Rules;
using Canary.Architecture.Tests.Source;

namespace Canary.Architecture.Tests;

/// <summary>The tree as it is, held to the plan of the house.</summary>
public sealed class HouseTests
{
    private static readonly IReadOnlyList<SourceFile> Files = [.. SourceTree.Files.Where(file => !IsTest(file))];

    private static readonly IReadOnlyList<Arrow> Named = Arrows.Of(Files, SourceTree.Projects);

    private static readonly IReadOnlyList<SizeException> Exceptions =
        SizeException.Read(SourceTree.Read("tests/Canary.Architecture.Tests/exceptions.txt"));

    [Fact]
    public void EveryFolder_IsInARoomOfThePlan() => None(RoomRule.Faults(Files, Plan.House));

    [Fact]
    public void EveryNamespace_IsItsFolder() => None(NamespaceRule.Faults(SourceTree.Files, SourceTree.Projects));

    [Fact]
    public void Arrows_RunDown() => None(FloorRule.Faults(Named, Plan.House));

    [Fact]
    public void Rooms_NameNothingThatTheyMustNot() => None(NeverRule.Faults(Files, Named, Plan.House));

    [Fact]
    public void TypeNames_OccurOnce() =>
        None(TwinRule.Faults(Files.Where(file => Plan.House.Any(wing => wing.RoomOf(file.Folder) is not null))));

    [Fact]
    public void Folders_AreNotTooFull() => None(SizeRule.FullFolders(SourceTree.Files, Exceptions));

    [Fact]
    public void Files_AreNotTooLong() => None(SizeRule.LongFiles(SourceTree.Files, Exceptions));

    [Fact]
    public void Lines_AreNotTooWide() => None(SizeRule.WideLines(SourceTree.Files, Exceptions));

    [Fact]
    public void Folders_KnowEachOtherOneWayOnly() =>
        None(Circles.Among(Named).Select(circle => "These name each other: " + string.Join(", ", circle)));

    [Theory]
    [InlineData("functions/Canary/Canary.csproj")]
    [InlineData("local/StatesLanguage/Canary.StatesLanguage.csproj")]
    public void WhatIsPure_ReferencesNothing(string project) =>
        Assert.DoesNotContain("Reference Include", SourceTree.Read(project), StringComparison.Ordinal);

    private static bool IsTest(SourceFile file) => file.Path.StartsWith("tests/", StringComparison.Ordinal);

    private static void None(IEnumerable<string> faults)
    {
        var found = faults.ToList();
        Assert.True(found.Count == 0, $"{found.Count} found:{Environment.NewLine}{string.Join(Environment.NewLine, found)}");
    }
}
