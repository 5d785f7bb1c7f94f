using System.Globalization;

namespace Canary.EndToEnd.Tests.Safety.Plays;

/// <summary>
/// When something happens to a rollout: at a second of it, just before or after the nth call that Canary makes to AWS, or when it
/// first enters a state.
/// </summary>
internal readonly record struct Moment(int Second, int Call, bool IsAfter)
{
    public static Moment AtSecond(int second) => new(second, 0, false);

    public static Moment Before(int call) => new(0, call, false);

    public static Moment After(int call) => new(0, call, true);

    public static Moment In(string state) => new() { State = state };

    /// <summary>The state that it enters; null where that does not matter.</summary>
    public string? State { get; init; }

    /// <summary>Whether it comes by the clock.</summary>
    public bool IsASecond => Call == 0 && State is null;

    public bool IsACall => Call > 0;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(State is not null ? $"in {State}"
            : IsACall ? $"{(IsAfter ? "after" : "before")} call {Call}"
            : $"second {Second}")}");
}
