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
    public void EveryFolder_IsInARoomOfThePlan() => Faults.None(RoomRule.Faults(Files, Plan.House));

    [Fact]
    public void EveryNamespace_IsItsFolder() => Faults.None(NamespaceRule.Faults(SourceTree.Files, SourceTree.Projects));

    [Fact]
    public void Arrows_RunDown() => Faults.None(FloorRule.Faults(Named, Plan.House));

    [Fact]
    public void Rooms_NameNothingThatTheyMustNot() => Faults.None(NeverRule.Faults(Files, Named, Plan.House));

    [Fact]
    public void TypeNames_OccurOnce() =>
        Faults.None(TwinRule.Faults(Files.Where(file => Plan.House.Any(wing => wing.RoomOf(file.Folder) is not null))));

    [Fact]
    public void Folders_AreNotTooFull() => Faults.None(SizeRule.FullFolders(SourceTree.Files, Exceptions));

    [Fact]
    public void Files_AreNotTooLong() => Faults.None(SizeRule.LongFiles(SourceTree.Files, Exceptions));

    [Fact]
    public void Lines_AreNotTooWide() => Faults.None(SizeRule.WideLines(SourceTree.Files, Exceptions));

    [Fact]
    public void Folders_KnowEachOtherOneWayOnly() =>
        Faults.None(Circles.Faults(Named));

    [Theory]
    [InlineData("functions/Canary/Canary.csproj")]
    [InlineData("local/StatesLanguage/Canary.StatesLanguage.csproj")]
    public void WhatIsPure_ReferencesNothing(string project) =>
        Assert.DoesNotContain("Reference Include", SourceTree.Read(project), StringComparison.Ordinal);

    private static bool IsTest(SourceFile file) => file.Path.StartsWith("tests/", StringComparison.Ordinal);
}
