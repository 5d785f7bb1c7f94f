using System.Text;
using System.Xml;

namespace Canary.Local.Wire.Protocols;

/// <summary>Text for XML 1.0, which has no way to say most control characters, not even escaped.</summary>
internal static class XmlText
{
    /// <summary>The text, with U+FFFD for each character that XML 1.0 does not allow.</summary>
    public static string Allowed(string text)
    {
        if (text.All(XmlConvert.IsXmlChar)) return text;
        var allowed = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            allowed.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar : rune);
        return allowed.ToString();
    }
}
