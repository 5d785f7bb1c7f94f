using System.Globalization;
using Canary.Rollouts;

namespace Canary.Cli.Screens;

/// <summary>How numbers and times are written for people.</summary>
internal static class Format
{
    public static string Percent(decimal percent) => string.Create(CultureInfo.InvariantCulture, $"{percent:0.##} %");

    public static string Percent(double? percent) =>
        percent is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known:0.0} %") : "-";

    /// <summary>The evidence against a candidate: a little less than none is none, and no <c>-0.00</c>.</summary>
    public static string Evidence(double evidence) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Round(evidence, 2) + 0.0:0.00}");

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Such as <c>4.2 s</c> or <c>6 min 30 s</c>.</summary>
    public static string Duration(TimeSpan time) => time switch
    {
        { TotalSeconds: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s"),
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min {time.Seconds} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes} min"),
    };

    /// <summary>What is left of a bake, such as <c>45 s</c> or <c>6 min 30 s</c>.</summary>
    public static string Seconds(TimeSpan time) => time switch
    {
        { TotalSeconds: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds):0} s"),
        { TotalHours: < 1, Seconds: 0 } => string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min"),
        _ => Duration(time),
    };

    /// <summary>A bake's length in the unit that fits: <c>90 s</c>, <c>5 min</c>.</summary>
    public static string Bake(int seconds) => seconds switch
    {
        0 => "",
        _ when seconds % 60 == 0 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds} s"),
    };

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The plan in a line.</summary>
    public static string Plan(Rollout document) =>
        document.Plan.DeploymentConfig ?? string.Join(", ", document.Steps.Select(step =>
        step.BakeSeconds > 0 ? $"{step.Weight} for {Bake(step.BakeSeconds)}" : step.Weight.ToString()));
}
