using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Canary.StatesLanguage.Json;

namespace Canary.StatesLanguage.Intrinsics;

/// <summary>The intrinsic functions that Canary.Local knows.</summary>
internal static class IntrinsicFunctions
{
    private static readonly FrozenDictionary<string, Intrinsic> Known = new Intrinsic[]
    {
        new("States.Format", 1, int.MaxValue, Format),
        new("States.StringToJson", 1, 1, StringToJson),
        new("States.JsonToString", 1, 1, arguments => JsonText.Write(arguments[0])),
        new(
            "States.Array",
            0,
            int.MaxValue,
            arguments => new JsonArray([.. arguments.Select(argument => argument?.DeepClone())])),
        new("States.ArrayLength", 1, 1, arguments => Items(arguments[0]).Count),
        new("States.ArrayGetItem", 2, 2, ArrayGetItem),
        new("States.MathAdd", 2, 2, MathAdd),
        new("States.JsonMerge", 3, 3, JsonMerge),
    }.ToFrozenDictionary(intrinsic => intrinsic.Name);

    /// <summary>Finds a function by its name.</summary>
    /// <exception cref="FormatException">Canary.Local does not know it.</exception>
    public static Intrinsic Find(string name) => Known.TryGetValue(name, out var intrinsic)
        ? intrinsic
        : throw new FormatException(
            $"The intrinsic function '{name}' is not supported by Canary.Local: use one of "
            + $"{string.Join(", ", Known.Keys.Order())}.");

    private static JsonNode Format(JsonNode?[] arguments)
    {
        var template = Text(arguments[0]);
        var result = new StringBuilder();
        var used = 0;
        for (var at = 0; at < template.Length; at++)
        {
            if (template[at] == '\\' && at + 1 < template.Length && template[at + 1] is '{' or '}' or '\\' or '\'')
                result.Append(template[++at]);
            else if (template[at] != '{') result.Append(template[at]);
            else if (at + 1 == template.Length || template[++at] != '}')
                throw new IntrinsicFault("A '{' must be followed by '}' or escaped with a backslash");
            else if (++used < arguments.Length) result.Append(Plain(arguments[used]));
        }
        return used == arguments.Length - 1
            ? result.ToString()
            : throw new IntrinsicFault(
                $"The number of placeholders ({used}) is not the number of arguments after the "
                + $"template ({arguments.Length - 1})");
    }

    private static JsonNode? StringToJson(JsonNode?[] arguments)
    {
        var text = Text(arguments[0]);
        try
        {
            return text.Trim().Length == 0 ? null : JsonText.Parse(text);
        }
        catch (JsonException exception)
        {
            throw new IntrinsicFault($"The argument '{text}' is no JSON: {exception.Message}");
        }
    }

    private static JsonNode? ArrayGetItem(JsonNode?[] arguments)
    {
        var items = Items(arguments[0]);
        var index = Whole(arguments[1]);
        return index >= 0 && index < items.Count
            ? items[(int)index]
            : throw new IntrinsicFault($"The index {index} is not in an array of {items.Count}");
    }

    private static JsonNode MathAdd(JsonNode?[] arguments) => Whole(arguments[0]) + Whole(arguments[1]);

    private static JsonObject JsonMerge(JsonNode?[] arguments)
    {
        if (arguments[2].AsBoolean() is not false)
            throw new IntrinsicFault("The third argument must be false: only shallow merging is supported");
        if (arguments[0] is not JsonObject first || arguments[1] is not JsonObject second)
            throw new IntrinsicFault("Both documents must be JSON objects");
        var merged = (JsonObject)first.DeepClone();
        foreach (var (name, value) in second) merged[name] = value?.DeepClone();
        return merged;
    }

    // AWS was recorded to write an object as Java does: {Id=1, Name=a}. A list's text is Java's too.
    private static string Plain(JsonNode? value) => value switch
    {
        JsonObject members => $"{{{string.Join(", ", members.Select(member => $"{member.Key}={Plain(member.Value)}"))}}}",
        JsonArray items => $"[{string.Join(", ", items.Select(Plain))}]",
        _ => value.AsString() ?? JsonText.Write(value),
    };

    private static string Text(JsonNode? value) =>
        value.AsString() ?? throw new IntrinsicFault($"{JsonText.Write(value)} is no string");

    private static JsonArray Items(JsonNode? value) =>
        value as JsonArray ?? throw new IntrinsicFault($"{JsonText.Write(value)} is no array");

    // AWS rounds what is no whole number, and a half up: -1.5 is -1.
    private static long Whole(JsonNode? value) => value.AsDecimal() is { } number and >= int.MinValue and <= int.MaxValue
        ? (long)Math.Floor(number + 0.5m)
        : throw new IntrinsicFault($"{JsonText.Write(value)} is no whole number of 32 bits");
}
