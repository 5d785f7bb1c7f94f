using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Canary.Tests.Schema;

/// <summary>Draws the parts of a tree.</summary>
internal static class Draw
{
    public static Gen<Tree> Raw(params string[] json) => Gen.Elements(json).Select(Tree.Raw);

    public static Gen<Tree> Text(params string[] texts) => Gen.Elements(texts).Select(Tree.Text);

    public static Gen<Tree> Flag => Raw("true", "false");

    /// <summary>A whole number, sometimes one of the two bounds, and sometimes in one of JSON's odd spellings.</summary>
    public static Gen<Tree> Whole(int least, int most) =>
        from number in Gen.OneOf(Gen.Choose(least, most), Gen.Elements(least, most))
        from spelling in Gen.Elements("{0}", "{0}", "{0}", "{0}.0", "{0}.00e-0", "{0}E+0")
        select Tree.Raw(string.Format(CultureInfo.InvariantCulture, spelling, number));

    /// <summary>An object with some of the fields.</summary>
    public static Gen<Tree> Object(params (string Name, int Percent, Gen<Tree> Value)[] fields) =>
        Sequence(fields.Select(Maybe)).Select(list => Tree.Object(list.SelectMany(field => field)));

    /// <summary>A list without two that are equal.</summary>
    public static Gen<Tree> Set(Gen<Tree> item, int most) =>
        from count in Gen.Choose(0, most)
        from items in item.ListOf(count)
        select Tree.List(items.DistinctBy(one => one.ToString()));

    public static Gen<List<T>> Sequence<T>(IEnumerable<Gen<T>> draws) => draws.Aggregate(
        Gen.Constant(new List<T>()), (all, draw) => all.SelectMany(before => draw.Select(one => new List<T>([.. before, one]))));

    /// <summary>The fields of several objects in one.</summary>
    public static Gen<Tree> Joined(params Gen<Tree>[] objects) =>
        Sequence(objects).Select(list => Tree.Object(list.SelectMany(one => one.Fields!)));

    private static Gen<IEnumerable<(string, Tree)>> Maybe((string Name, int Percent, Gen<Tree> Value) field) => Gen.Frequency(
        (field.Percent, field.Value.Select(value => (IEnumerable<(string, Tree)>)[(field.Name, value)])),
        (100 - field.Percent, Gen.Constant((IEnumerable<(string, Tree)>)[])));
}
