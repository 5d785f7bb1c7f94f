using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Canary.Cli.CommandLine;

/// <summary>
/// An option that takes a length of time: <c>90s</c>, <c>30m</c>, <c>2h</c>. A bare number is none: one person means seconds by
/// it, another minutes.
/// </summary>
internal sealed partial class TimeOption : Option<TimeSpan?>
{
    /// <summary>As long as anybody waits or looks back, and timers can.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1_000);

    private const string Expected = "seconds, minutes or hours, such as";

    public TimeOption(string name, string about) : base(name)
    {
        (HelpName, Description) = ("time", about);
        Arity = ArgumentArity.ZeroOrOne;
        CustomParser = given =>
        {
            if (given.Tokens is not [{ Value: var text }]) return null;
            if (Read(text) is { } time) return time;
            given.AddError($"{name} is \"{text}\". Give {Expected} 90s, 30m or 2h, and 1000h at most.");
            return null;
        };
        Validators.Add(given =>
        {
            if (!given.Implicit && given.Tokens.Count == 0)
                given.AddError($"{name} has no value. Give {Expected} {name} 30m.");
        });
    }

    /// <summary>The time that is written; null where it is none, nothing at all, or too long.</summary>
    public static TimeSpan? Read(string text)
    {
        if (Written().Match(text) is not { Success: true } written) return null;
        var number = int.Parse(written.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var time = written.Groups["unit"].Value switch
        {
            "h" => TimeSpan.FromHours(number),
            "m" => TimeSpan.FromMinutes(number),
            _ => TimeSpan.FromSeconds(number),
        };
        return time > TimeSpan.Zero && time <= Longest ? time : null;
    }

    [GeneratedRegex(@"^(?<number>[0-9]{1,6})(?<unit>[smh])\z")]
    private static partial Regex Written();
}
