using System.Text.Json;

namespace Canary.Tests.Schema;

/// <summary>A JSON text as a tree in which, as in the text, a field may stand twice.</summary>
internal sealed record Tree
{
    /// <summary>A text, a number or a word, as JSON writes it; null for a list or an object.</summary>
    public string? Leaf { get; private init; }

    public IReadOnlyList<Tree>? Items { get; private init; }

    public IReadOnlyList<(string Name, Tree Value)>? Fields { get; private init; }

    public static Tree Raw(string json) => new() { Leaf = json };

    public static Tree Parse(string json) => Of(JsonSerializer.Deserialize<JsonElement>(json));

    public static Tree Text(string text) => new() { Leaf = JsonSerializer.Serialize(text) };

    public static Tree List(IEnumerable<Tree> items) => new() { Items = [.. items] };

    public static Tree Object(IEnumerable<(string, Tree)> fields) => new() { Fields = [.. fields] };

    /// <summary>The text of a leaf that is one.</summary>
    public string? AsText => Leaf is ['"', ..] ? JsonSerializer.Deserialize<string>(Leaf) : null;

    public bool IsNumber => Leaf is [var first, ..] && (first == '-' || char.IsAsciiDigit(first));

    /// <summary>How many nodes it has, itself among them.</summary>
    public int Count => 1 + (Items ?? []).Sum(item => item.Count) + (Fields ?? []).Sum(one => one.Value.Count);

    /// <summary>Where the value of one of its fields is.</summary>
    public int IndexOf(string field) => 1 + Fields!.TakeWhile(one => one.Name != field).Sum(one => one.Value.Count);

    /// <summary>One node, counted from the top: 0 is the tree itself.</summary>
    public Tree At(int index)
    {
        Tree? found = null;
        Change(index, node => found = node);
        return found!;
    }

    /// <summary>Changes one node.</summary>
    public Tree Change(int index, Func<Tree, Tree> change)
    {
        if (index == 0) return change(this);
        var left = index - 1;
        if (Items is not null) return List(Items.Select(Below));
        return Fields is not null ? Object(Fields.Select(field => (field.Name, Below(field.Value)))) : this;

        Tree Below(Tree child)
        {
            var at = left;
            left -= child.Count;
            return at >= 0 && at < child.Count ? child.Change(at, change) : child;
        }
    }

    private static Tree Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => Object(json.EnumerateObject().Select(field => (field.Name, Of(field.Value)))),
        JsonValueKind.Array => List(json.EnumerateArray().Select(Of)),
        _ => Raw(json.GetRawText()),
    };

    public override string ToString() =>
        Leaf ?? (Items is not null ? $"[{string.Join(",", Items)}]"
            : $"{{{string.Join(",", Fields!.Select(field => $"{JsonSerializer.Serialize(field.Name)}:{field.Value}"))}}}");
}
