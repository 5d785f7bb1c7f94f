using System.Globalization;

namespace Canary.Local.CloudWatch.Alarms;

/// <summary>Numbers as CloudWatch prints them in an alarm's reason: <c>5.0</c>, <c>0.05</c>, <c>1.2E7</c>.</summary>
internal static class JavaNumber
{
    public static string Text(double value)
    {
        if (Math.Abs(value) is 0 or (>= 1e-3 and < 1e7)) return WithPoint(value.ToString("R", CultureInfo.InvariantCulture));
        var exponent = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        var mantissa = Math.Round(value / Math.Pow(10, exponent), 15);
        return $"{WithPoint(mantissa.ToString("R", CultureInfo.InvariantCulture))}E{exponent}";
    }

    private static string WithPoint(string text) => text.Contains('.', StringComparison.Ordinal) ? text : text + ".0";
}
