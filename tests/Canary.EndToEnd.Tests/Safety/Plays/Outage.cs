namespace Canary.EndToEnd.Tests.Safety.Plays;

/// <summary>A service that throttles every call for a while.</summary>
/// <param name="Service">Which one, as faults name it.</param>
/// <param name="Second">From which second of the script on.</param>
/// <param name="Seconds">For how long.</param>
internal sealed record Outage(string Service, int Second, int Seconds)
{
    public override string ToString() => $"{Service}:* is throttled from second {Second} on, for {Seconds} s";
}
