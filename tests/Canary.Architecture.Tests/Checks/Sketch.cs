using Canary.Architecture.Tests.House;
using Canary.Architecture.Tests.Rules;
using Canary.Architecture.Tests.Source;

namespace Canary.Architecture.Tests.Checks;

/// <summary>A house of three floors, small enough to see every arrow, and another project that sees it.</summary>
internal static class Sketch
{
    public static IReadOnlyList<Project> Projects { get; } =
    [
        new("shop", "Shop", ["shop"]),
        new("till", "Shop.Till", ["till", "shop"]),
    ];

    public static IReadOnlyList<Wing> House { get; } =
    [
        new(
            "shop",
            "sells",
            new Floor(new Room("", "the counter")),
            new Floor(new Room("Orders", "what is wanted", "Far.Away", "Shop.Till")),
            new Floor(new Room("Goods", "what there is"), new Room("Prices", "what it costs")))
        {
            Never = ["Amazon"],
        },
    ];

    private static readonly SourceFile[] Known =
    [
        new("shop/Counter.cs", "namespace Shop; public class Counter;"),
        new("shop/Orders/Order.cs", "namespace Shop.Orders; public class Order { public const int Most = 3; }"),
        new("shop/Goods/Apple.cs", "namespace Shop.Goods; public class Apple;"),
        new("shop/Goods/Fresh.cs", "namespace Shop.Goods; public sealed class FreshAttribute : Attribute;"),
        new("shop/Prices/Price.cs", "namespace Shop.Prices; public class Price;"),
        new("till/Coins.cs", "namespace Shop.Till; public class Coins;"),
    ];

    /// <summary>The arrows of these files among those that are known.</summary>
    public static IReadOnlyList<Arrow> ArrowsOf(params SourceFile[] files) =>
        [.. Arrows.Of([.. Known, .. files], Projects).Where(arrow => files.Contains(arrow.From))];

    /// <summary>What one more file, with this text, names of other folders.</summary>
    public static IEnumerable<string> NamedBy(string path, string text) =>
        ArrowsOf(new SourceFile(path, text)).Select(arrow => arrow.Named).Distinct();

    public static IEnumerable<string> FloorFaults(string path, string text) =>
        FloorRule.Faults(ArrowsOf(new SourceFile(path, text)), House);

    public static IEnumerable<string> NeverFaults(string path, string text)
    {
        var file = new SourceFile(path, text);
        return NeverRule.Faults([file], ArrowsOf(file), House);
    }
}
