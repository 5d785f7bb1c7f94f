using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Canary.StatesLanguage.Json;

/// <summary>What a JSON value is. JSON null is a null reference.</summary>
internal static class JsonKinds
{
    /// <summary>The string, or null where it is none.</summary>
    public static string? AsString(this JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    /// <summary>True or false, or null where it is neither.</summary>
    public static bool? AsBoolean(this JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>Whether it is a number.</summary>
    public static bool IsNumber(this JsonNode? node) => node?.GetValueKind() == JsonValueKind.Number;

    /// <summary>The number, or null where it is none.</summary>
    public static double? AsDouble(this JsonNode? node) =>
        node.IsNumber() ? double.Parse(JsonText.Write(node), CultureInfo.InvariantCulture) : null;

    /// <summary>The number without rounding, or null where it is none or has too many digits.</summary>
    public static decimal? AsDecimal(this JsonNode? node) =>
        node.IsNumber()
            && decimal.TryParse(JsonText.Write(node), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>The number, or null where it is not written as a whole one.</summary>
    public static int? AsWhole(this JsonNode? node) =>
        node.IsNumber()
            && int.TryParse(JsonText.Write(node), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
