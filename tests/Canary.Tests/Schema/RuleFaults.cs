using System.Globalization;
using System.Text.RegularExpressions;

namespace Canary.Tests.Schema;

/// <summary>
/// The faults that no schema can find, known by the reader's words for them.
/// They are the whole list: every other fault is one of an input's shape.
/// </summary>
internal static partial class RuleFaults
{
    public static bool IsOne(string fault) => Rules().IsMatch(fault) || HasTooManyDecimals(fault);

    // As binary fractions, 1.1 is no multiple of 0.01: with such a rule many programs would refuse good weights.
    private static bool HasTooManyDecimals(string fault)
    {
        if (Decimals().Match(fault) is not { Success: true } match) return false;
        var number = Number("is");
        return number >= Number("least") && number <= Number("most");

        decimal Number(string name) => decimal.Parse(match.Groups[name].Value, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("""
        The\ weights\ must\ rise\ from\ step\ to\ step\.$
        | ^The\ steps\ bake\ for\ .+\ together
        | \ is\ given\ twice\.$
        | ^allowAlarmsInAlarm\ names\ .+,\ which\ alarms\ does\ not\ name
        | ,\ and\ this\ execution\ runs\ in\ 
        | ^analysis\.metrics\ names\ .+\ twice
        | ^analysis\.metrics\[\d\]\.expression\ (names|uses|has)\ 
        | ^analysis\.metrics\[\d\]\.sources\ has\ .+,\ which\ the\ expression\ does\ not\ name
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Rules();

    [GeneratedRegex(
        @" is (?<is>[-+.0-9eE]+)\. It must be .+ from (?<least>[.0-9]+) to (?<most>[.0-9]+),? with at most \w+ decimals",
        RegexOptions.CultureInvariant)]
    private static partial Regex Decimals();
}
