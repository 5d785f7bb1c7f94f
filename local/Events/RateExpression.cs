using System.Globalization;
using System.Text.RegularExpressions;
using Canary.Local.Events.Errors;
using Canary.Local.Wire;

namespace Canary.Local.Events;

/// <summary>Reads <c>rate(15 minutes)</c>.</summary>
internal static partial class RateExpression
{
    /// <summary>The time from one event to the next.</summary>
    /// <exception cref="AwsException">
    /// ValidationException: AWS refuses the expression, or Canary.Local does not have this kind of it.
    /// </exception>
    public static TimeSpan Parse(string expression)
    {
        if (expression.StartsWith("cron(", StringComparison.Ordinal))
            throw EventsErrors.NotSupported($"the ScheduleExpression '{expression}': use a rate such as rate(15 minutes)");
        var match = Form().Match(expression);
        // One is a minute, two are minutes: AWS insists.
        if (!match.Success
            || !int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            || value == 0 || (value == 1) == match.Groups[3].Success)
            throw EventsErrors.Validation("Parameter ScheduleExpression is not valid.");
        return match.Groups[2].Value switch
        {
            "minute" => TimeSpan.FromMinutes(value),
            "hour" => TimeSpan.FromHours(value),
            _ => TimeSpan.FromDays(value),
        };
    }

    [GeneratedRegex(@"^rate\(([0-9]{1,5}) (minute|hour|day)(s)?\)$")]
    private static partial Regex Form();
}
