using FsCheck;
using FsCheck.Fluent;

namespace Canary.Tests.Schema;

/// <summary>The changes that an input may suffer, one node at a time: what people, templates and pipelines get wrong.</summary>
internal static class Changes
{
    /// <summary>The tree after each change of each of its nodes.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="kept">Its fields that stay as they are.</param>
    public static IEnumerable<Tree> All(Tree tree, IEnumerable<string> kept) =>
        from index in Enumerable.Range(0, tree.Count).Except(kept.Select(tree.IndexOf))
        from kind in OfNode(tree.At(index))
        from changed in kind
        select tree.Change(index, _ => changed);

    /// <summary>The tree after one change of one node.</summary>
    public static Gen<Tree> One(Tree tree) =>
        from index in Gen.Choose(0, tree.Count - 1)
        from kind in Gen.Elements(OfNode(tree.At(index)))
        from changed in Gen.Elements(kind)
        select tree.Change(index, _ => changed);

    // By kind, so that a kind of few changes is drawn as often as one of many.
    private static Tree[][] OfNode(Tree node) =>
        node.Fields is not null ? OfObject(node.Fields)
        : node.Items is not null ? OfList(node.Items)
        : node.AsText is { } text ? OfText(text)
        : node.IsNumber ? [Raw(Oddities.Values), Raw(Oddities.Numbers), [Tree.Text(node.Leaf!)]]
        : [Raw(Oddities.Values)];

    private static Tree[][] OfText(string text) =>
    [
        Raw(Oddities.Values),
        Texts(Oddities.Words),
        Texts([text.ToUpperInvariant(), text.ToLowerInvariant(), text + text, text + ":live"]),
        Texts(Oddities.Signs.SelectMany(sign => new[] { text + sign, text.Insert(text.Length / 2, sign) })),
        Texts(Oddities.Lengths.Select(length => new string('a', length))),
        Texts([new('1', 128), new('1', 129)]),
        Texts(["function:" + new string('a', 64), "function:" + new string('a', 65)]),
    ];

    private static Tree[][] OfList(IReadOnlyList<Tree> items) =>
    [
        Raw(Oddities.Values),
        [.. Oddities.Counts.Select(count => Tree.List(Enumerable.Repeat(items.FirstOrDefault(Tree.Text("a")), count)))],
        [Texts(10), Texts(11)],
        [.. Oddities.Values.Select(odd => Tree.List([.. items, Tree.Raw(odd)]))],
        [Tree.List(items.Skip(1))],
    ];

    private static Tree Texts(int count) => Tree.List(Enumerable.Range(0, count).Select(i => Tree.Text($"a{i}")));

    private static Tree[][] OfObject(IReadOnlyList<(string Name, Tree Value)> fields)
    {
        if (fields.Count == 0) return [Raw(Oddities.Values)];
        var names = fields.Select(field => field.Name).Distinct().ToList();
        return
        [
            Raw(Oddities.Values),
            [.. Oddities.Fields.Where(one => !names.Contains(one.Name)).Select(one => Tree.Object([.. fields, one]))],
            [.. names.Select(name => Tree.Object(fields.Where(field => field.Name != name)))],
            [.. fields.Select(field => Tree.Object([.. fields, field]))],
            [.. names.SelectMany(name => Renamed(fields, name))],
            [Numbered(fields[0].Value, 10), Numbered(fields[0].Value, 11)],
        ];
    }

    private static Tree Numbered(Tree value, int count) => Tree.Object(Enumerable.Range(1, count).Select(i => ($"m{i}", value)));

    private static IEnumerable<Tree> Renamed(IReadOnlyList<(string Name, Tree Value)> fields, string old) =>
        from name in new[] { old.ToUpperInvariant(), old + "s", "", "M1", new string('d', 255), new string('d', 256) }
        where fields.All(field => field.Name != name)
        select Tree.Object(fields.Select(field => field.Name == old ? (name, field.Value) : field));

    private static Tree[] Raw(IEnumerable<string> json) => [.. json.Select(Tree.Raw)];

    private static Tree[] Texts(IEnumerable<string> texts) => [.. texts.Select(Tree.Text)];
}
