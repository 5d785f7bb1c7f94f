using System.Globalization;
using System.Text.RegularExpressions;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Messages with places for values, such as <c>"{alias} is at {weight:P0}"</c>.</summary>
internal static partial class MessageTemplate
{
    /// <summary>The places take the arguments in their order; a place of which the name is a number takes the argument of that number.</summary>
    public static string Fill(string message, object?[]? args)
    {
        if (args is not { Length: > 0 }) return message;
        var next = 0;
        return Places().Replace(message, place =>
        {
            if (place.Value is "{{") return "{";
            if (place.Value is "}}") return "}";
            var index = int.TryParse(place.Groups["name"].Value, CultureInfo.InvariantCulture, out var number) ? number : next++;
            if (index >= args.Length) return place.Value;
            var format = place.Groups["format"].Value;
            return args[index] is IFormattable value ? value.ToString(format, CultureInfo.InvariantCulture) : args[index]?.ToString() ?? "";
        });
    }

    [GeneratedRegex(@"\{\{|\}\}|\{@?(?<name>[^{}:]+)(:(?<format>[^{}]*))?\}")]
    private static partial Regex Places();
}
