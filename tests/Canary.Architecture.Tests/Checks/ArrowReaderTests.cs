namespace Canary.Architecture.Tests.Checks;

/// <summary>What counts as naming something.</summary>
public sealed class ArrowReaderTests
{
    [Fact]
    public void Using_OfAnotherFolder_IsAnArrow() =>
        Assert.Equal(["Shop.Orders"], Named("using Shop.Orders;\nnamespace Shop.Goods;"));

    [Fact]
    public void Using_OfTheFileItself_IsNone() =>
        Assert.Empty(Named("using Shop.Goods;\nusing System.Text;\nnamespace Shop.Goods;"));

    [Theory]
    [InlineData("class A { Shop.Orders.Order? order; }")]
    [InlineData("class A { Orders.Order? order; }")]
    [InlineData("class A { global::Shop.Orders.Order? order; }")]
    [InlineData("class A { int most = Orders.Order.Most; }")]
    [InlineData("class A { string name = nameof(Orders.Order); }")]
    [InlineData("class A { object orders = new List<Orders.Order[]>(); }")]
    public void QualifiedName_InCode_IsAnArrow(string code) =>
        Assert.Equal(["Shop.Orders.Order"], Named("namespace Shop.Goods; " + code));

    [Theory]
    [InlineData("using Wish = Shop.Orders.Order;\nnamespace Shop.Goods;")]
    [InlineData("using static Shop.Orders.Order;\nnamespace Shop.Goods;")]
    public void Directive_ForOneType_IsAnArrow(string text) => Assert.Equal(["Shop.Orders.Order"], Named(text));

    [Theory]
    [InlineData("Orders.Order")]
    [InlineData("Shop.Orders.Order")]
    [InlineData("Orders.Order.Most")]
    public void Cref_ToAnotherFolder_IsAnArrow(string cref) =>
        Assert.Equal(
            ["Shop.Orders.Order"],
            Named($"namespace Shop.Goods;\n/// <summary>See <see cref=\"{cref}\"/>.</summary>\nclass A;"));

    /// <summary>No directive is needed for what an outer namespace holds, in this project or in one that it sees.</summary>
    [Theory]
    [InlineData("shop/Goods/A.cs", "namespace Shop.Goods; class A { Counter? counter; }")]
    [InlineData("shop/Goods/A.cs", "namespace Shop.Goods; class A(Counter counter);")]
    [InlineData("shop/Goods/A.cs", "namespace Shop.Goods; class A : Counter;")]
    [InlineData("till/A.cs", "namespace Shop.Till; class A { bool Is(object it) => it is Counter; }")]
    public void SimpleName_OfAnOuterNamespace_IsAnArrow(string path, string text) =>
        Assert.Equal(["Shop.Counter"], Sketch.NamedBy(path, text));

    [Fact]
    public void Attribute_WithoutItsSuffix_IsAnArrow() =>
        Assert.Contains(
            "Shop.Goods.FreshAttribute",
            Sketch.NamedBy("shop/A.cs", "using Shop.Goods;\nnamespace Shop; [Fresh] class A;"));

    [Fact]
    public void TypeThatTheProjectDoesNotSee_IsNone() =>
        Assert.Empty(Sketch.NamedBy("shop/Goods/A.cs", "namespace Shop.Goods; class A { Till.Coins? coins; }"));

    [Theory]
    [InlineData("class A { int Counter; int B() => Counter + this.Counter; }")]
    [InlineData("class A { enum Counter { One } Counter one; }")]
    [InlineData("class A { object B(dynamic it) => it.Counter.Order; }")]
    [InlineData("class A { bool B(object it) => it is A { Counter: 1 } or A { Orders.Order: 2 }; }")]
    [InlineData("class A { object B() => new A { Counter = 1 }; }")]
    [InlineData("class A { // Counter and Orders.Order\n string B = \"Orders.Order\"; }")]
    public void MembersAndWords_AreNone(string code) => Assert.Empty(Named("namespace Shop.Goods; " + code));

    private static IEnumerable<string> Named(string text) => Sketch.NamedBy("shop/Goods/A.cs", text);
}
