using System.Globalization;

namespace Canary.EndToEnd.Tests.Safety.Plays;

/// <summary>
/// When something happens to a rollout: at a second of it, or just before or after the nth call that Canary makes to AWS.
/// </summary>
internal readonly record struct Moment(int Second, int Call, bool IsAfter)
{
    public static Moment AtSecond(int second) => new(second, 0, false);

    public static Moment Before(int call) => new(0, call, false);

    public static Moment After(int call) => new(0, call, true);

    public bool IsACall => Call > 0;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(IsACall ? $"{(IsAfter ? "after" : "before")} call {Call}" : $"second {Second}")}");
}
