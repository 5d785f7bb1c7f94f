using Canary.Architecture.Tests.House;
using Canary.Architecture.Tests.Rules;
using Canary.Architecture.Tests.Source;

namespace Canary.Architecture.Tests.Checks;

public sealed class FloorRuleTests
{
    [Fact]
    public void ArrowDown_IsNoFault() =>
        Assert.Empty(
            Sketch.FloorFaults("shop/Orders/A.cs", "using Shop.Goods;\nnamespace Shop.Orders; class A { Prices.Price? price; }"));

    [Fact]
    public void ArrowUp_IsToldWithPlaceNameAndCure()
    {
        var fault =
            Assert.Single(Sketch.FloorFaults("shop/Goods/Parts/A.cs", "\nusing Shop.Orders;\nnamespace Shop.Goods.Parts;"));

        Assert.Equal(
            "shop/Goods/Parts/A.cs(2) names Shop.Orders: Goods is on floor 1, Orders above it on floor 2. "
                + "Move what it names down to Goods or below, or A.cs up to Orders.",
            fault);
    }

    [Fact]
    public void ArrowToTheSameFloor_IsTold()
    {
        var fault = Assert.Single(Sketch.FloorFaults("shop/Goods/A.cs", "using Shop.Prices;\nnamespace Shop.Goods;"));

        Assert.Contains("Goods and Prices share floor 1", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void ArrowUpToTheWingsOwnFiles_IsTold()
    {
        var fault = Assert.Single(Sketch.FloorFaults("shop/Orders/A.cs", "namespace Shop.Orders; class A { Counter? counter; }"));

        Assert.Contains(
            "names Shop.Counter: Orders is on floor 2, (beside the folders) above it",
            fault,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Circle_HasAnArrowUp_AndIsFoundByItself()
    {
        var arrows = Sketch.ArrowsOf(
            new SourceFile("shop/Goods/A.cs", "using Shop.Orders;\nnamespace Shop.Goods;"),
            new SourceFile("shop/Orders/B.cs", "using Shop.Prices;\nnamespace Shop.Orders;"),
            new SourceFile("shop/Prices/C.cs", "using Shop.Goods;\nnamespace Shop.Prices;"));

        Assert.Equal(2, FloorRule.Faults(arrows, Sketch.House).Count());
        Assert.Equal(["shop/Goods", "shop/Orders", "shop/Prices"], Assert.Single(Circles.Among(arrows)));
        Assert.StartsWith(
            "shop/Goods, shop/Orders, shop/Prices name each other. The fewest arrows to cut: "
            + "shop/Goods/A.cs(1) names Shop.Orders.",
            Assert.Single(Circles.Faults(arrows)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void WayWithoutReturn_IsNoCircle() =>
        Assert.Empty(Circles.Among(Sketch.ArrowsOf(
            new SourceFile("shop/Orders/A.cs", "using Shop.Goods;\nnamespace Shop.Orders;"),
            new SourceFile("shop/Goods/B.cs", "using Shop.Prices;\nnamespace Shop.Goods;"))));

    [Fact]
    public void FolderWithoutRoom_AndRoomWithoutFile_AreTold()
    {
        var faults = RoomRule.Faults(
            [
                new("shop/A.cs", ""), new("shop/Orders/Open/B.cs", ""), new("shop/Goods/C.cs", ""), new("shop/Attic/D.cs", ""),
            ],
            Sketch.House);

        Assert.Collection(
            faults,
            fault => Assert.StartsWith("shop/Attic is in no room", fault, StringComparison.Ordinal),
            fault => Assert.StartsWith("shop/Prices holds no file", fault, StringComparison.Ordinal));
    }

    [Fact]
    public void Picture_HasALineForEachRoom() =>
        Assert.Equal(
            """
            shop: sells
              3  (beside the folders)  the counter
              2  Orders                what is wanted
              1  Goods                 what there is
              1  Prices                what it costs

            """.ReplaceLineEndings("\n"),
            Picture.Draw(Sketch.House));
}
