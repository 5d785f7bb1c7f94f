using Canary.Architecture.Tests.Rules;
using Canary.Architecture.Tests.Source;

namespace Canary.Architecture.Tests.Checks;

public sealed class OtherRulesTests
{
    [Theory]
    [InlineData("using Amazon.Lambda;\nnamespace Shop.Goods;")]
    [InlineData("using static Amazon.RegionEndpoint;\nnamespace Shop.Goods;")]
    [InlineData("namespace Shop.Goods; class A(Amazon.Lambda.Model.Alias alias);")]
    [InlineData("namespace Shop.Goods; class A { object B = global::Amazon.RegionEndpoint.EUWest1; }")]
    public void Never_OfTheWing_IsTold(string text)
    {
        var fault = Assert.Single(Sketch.NeverFaults("shop/Goods/A.cs", text));

        Assert.StartsWith("shop/Goods/A.cs(1) names Amazon.", fault, StringComparison.Ordinal);
        Assert.Contains("nothing in shop/Goods may name Amazon.", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Never_OfARoom_HoldsForThatRoomOnly()
    {
        Assert.Single(Sketch.NeverFaults("shop/Orders/A.cs", "using Far.Away.Things;\nnamespace Shop.Orders;"));
        Assert.Empty(Sketch.NeverFaults("shop/Goods/A.cs", "using Far.Away.Things;\nnamespace Shop.Goods;"));
        Assert.Empty(Sketch.NeverFaults("shop/Orders/A.cs", "using Far.AwayFromHere;\nnamespace Shop.Orders;"));
    }

    [Fact]
    public void Twins_InTwoFolders_AreTold()
    {
        var faults = TwinRule.Faults(
            [
                new("a/Verdict.cs", "namespace A; enum Verdict { Good }"),
                new("b/Verdict.cs", "namespace B; record Verdict(int Value);"),
                new("b/Word.cs", "namespace B; partial class Word { class Verdict; }"),
                new("b/WordText.cs", "namespace B; partial class Word;"),
            ]);

        Assert.StartsWith(
            "Verdict is declared twice: a/Verdict.cs, b/Verdict.cs.",
            Assert.Single(faults),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Namespace_ThatIsNotTheFolder_IsTold() =>
        Assert.Equal(
            ["shop/Orders/A.cs is in the namespace Shop.Goods: its folder says Shop.Orders."],
            NamespaceRule.Faults(
                [new("shop/Orders/A.cs", "namespace Shop.Goods;"), new("till/B.cs", "namespace Shop.Till;")], Sketch.Projects));

    [Fact]
    public void Sizes_OverTheLimit_AreTold_UnlessExcepted()
    {
        SourceFile[] files =
        [
            new("a/Long.cs", new string('\n', 150) + "class Long;"),
            new("tests/Long.cs", new string('\n', 150) + "class Long;"),
            new("a/Wide.cs", "//" + new string('ä', 129)),
            new("a/Fits.cs", "//" + new string('ä', 128)),
            .. Enumerable.Range(0, 26).Select(number => new SourceFile($"full/{number}.cs", "")),
        ];

        Assert.Equal(
            ["full holds 26 files, more than 25: divide it by what they are about."], SizeRule.FullFolders(files, []));
        Assert.Equal(["a/Long.cs has 151 lines, more than 150: divide it by what it does."], SizeRule.LongFiles(files, []));
        Assert.Equal(
            ["a/Wide.cs(1) has 131 columns, more than 130: wrap it where a reader would pause."], SizeRule.WideLines(files, []));
        var enough = SizeException.Read("folder full 26\n\nfile a/Long.cs 151 # why\nwide a 1\n");
        Assert.Empty(SizeRule.FullFolders(files, enough));
        Assert.Empty(SizeRule.LongFiles(files, enough));
        Assert.Empty(SizeRule.WideLines(files, enough));
        var tooLittle = SizeException.Read("folder full 25\nfile a/Long.cs 150\nwide a/Wide.cs 0\n");
        Assert.Single(SizeRule.FullFolders(files, tooLittle));
        Assert.Single(SizeRule.LongFiles(files, tooLittle));
        Assert.Single(SizeRule.WideLines(files, tooLittle));
    }

    [Fact]
    public void State_WithoutLambdaDecisionAndTests_IsTold()
    {
        const string Definition =
            """
            { "States": {
              "Pack": { "Type": "Task", "Parameters": { "FunctionName": "${PackArn}" } },
              "Ask": { "Type": "Task", "Parameters": { "FunctionName.$": "$.hook" } },
              "Tell": { "Type": "Task", "Parameters": { "Entries": [] } },
              "Bake": { "Type": "Wait" } } }
            """;
        const string Template = "  PackArn: !Ref PackFunction.Version\n";
        string[] paths =
        [
            "functions/Canary/States/Pack.cs", "functions/Canary.Functions/States/PackFunction.cs",
            "tests/Canary.Tests/States/PackTests.cs", "tests/Canary.Functions.Tests/PackFunctionTests.cs",
        ];

        Assert.Empty(StateRule.Faults(Definition, Template, paths));
        Assert.Equal(
            ["The state Pack runs ${PackArn}, which in template.yaml is not the version of PackFunction."],
            StateRule.Faults(Definition, "", paths));
        Assert.Equal(
            ["The state Pack has no tests/Canary.Tests/States/PackTests.cs: what it runs is looked for under its name."],
            StateRule.Faults(
                Definition, Template, [.. paths.Where(path => !path.EndsWith("PackTests.cs", StringComparison.Ordinal))]));
    }
}
