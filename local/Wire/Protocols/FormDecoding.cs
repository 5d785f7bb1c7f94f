using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Canary.Local.Wire.Protocols;

/// <summary>A form with dotted names, such as <c>Dimensions.member.1.Name</c>, into the neutral tree.</summary>
internal sealed class FormDecoding
{
    // As deep as JSON may be: what follows walks the names by recursion.
    private const int MaximumDepth = 64;

    private readonly Dictionary<string, FormDecoding> _children = [];
    private string _text = "";

    public static WireMap Decode(byte[] form)
    {
        var root = new FormDecoding();
        foreach (var (name, values) in QueryHelpers.ParseQuery(Encoding.UTF8.GetString(form)))
            root.At(name)._text = values.ToString();
        return root.ToMap();
    }

    private FormDecoding At(string path)
    {
        var node = this;
        var steps = path.Split('.');
        if (steps.Length > MaximumDepth)
            throw CommonErrors.Serialization($"The name {path} is nested more than {MaximumDepth} deep.");
        foreach (var step in steps)
        {
            if (!node._children.TryGetValue(step, out var next)) node._children[step] = next = new FormDecoding();
            node = next;
        }
        return node;
    }

    private WireMap ToMap()
    {
        var map = new WireMap();
        foreach (var (name, child) in _children) map.Add(name, child.ToValue());
        return map;
    }

    private object ToValue() => _children switch
    {
        { Count: 0 } => new FormText(_text),
        { Count: 1 } when _children.TryGetValue("member", out var members) => members.ToList(),
        _ => ToMap(),
    };

    private List<object> ToList() => [.. _children.OrderBy(member => Index(member.Key)).Select(member => member.Value.ToValue())];

    private static int Index(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        ? index
        : throw CommonErrors.Serialization($"member.{text} is no member of a list: its number is missing.");
}
