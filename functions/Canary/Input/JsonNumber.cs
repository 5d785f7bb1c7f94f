using System.Globalization;
using System.Text.Json;

namespace Canary.Input;

/// <summary>A number as JSON writes it: a decimal holds 28 digits and drops what comes after them.</summary>
internal static class JsonNumber
{
    /// <summary>How many decimals it has, by its digits; a great many for one whose exponent no number has.</summary>
    public static long DecimalsOf(JsonElement number)
    {
        var parts = number.GetRawText().TrimStart('-').Split('e', 'E');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var fraction = point < 0 ? 0 : parts[0].Length - point - 1;
        var digits = parts[0].Replace(".", "", StringComparison.Ordinal);
        var significant = digits.TrimEnd('0');
        if (significant.Length == 0) return 0;
        var exponent = 0;
        if (parts.Length > 1
            && !int.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
        {
            return int.MaxValue;
        }
        return Math.Max(0, (long)fraction - (digits.Length - significant.Length) - exponent);
    }
}
