using System.Globalization;
using System.Text.RegularExpressions;

namespace Canary.StatesLanguage.Data;

/// <summary>Timestamps as the Amazon States Language has them: a capital T, and a capital Z or an offset.</summary>
internal static partial class Rfc3339
{
    /// <summary>With milliseconds and Z, as the context object has them.</summary>
    public static string Write(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Whether the text is such a timestamp.</summary>
    public static bool TryParse(string text, out DateTimeOffset moment)
    {
        moment = default;
        return Pattern().IsMatch(text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out moment);
    }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$")]
    private static partial Regex Pattern();
}
