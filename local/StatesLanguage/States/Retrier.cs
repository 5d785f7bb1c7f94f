
namespace Canary.StatesLanguage.States;

/// <summary>How often, and after what pause, a failed attempt is made again.</summary>
/// <param name="Errors">For which errors.</param>
/// <param name="IntervalSeconds">Before the first retry.</param>
/// <param name="MaxAttempts">How many retries; 0 is none.</param>
/// <param name="BackoffRate">What every further pause is multiplied with; at least 1.</param>
/// <param name="MaxDelaySeconds">The longest pause; null is no limit.</param>
/// <param name="FullJitter">The pause is a random part of what it would be.</param>
internal sealed record Retrier(
    ErrorNames Errors, int IntervalSeconds, int MaxAttempts, double BackoffRate, int? MaxDelaySeconds, bool FullJitter)
{
    /// <summary>The pause before a retry.</summary>
    /// <param name="retries">How many retries this retrier has made before.</param>
    /// <param name="random">For the jitter.</param>
    public TimeSpan Pause(int retries, Random random)
    {
        var seconds = Math.Min(IntervalSeconds * Math.Pow(BackoffRate, retries), MaxDelaySeconds ?? LanguageLimits.MaxSeconds);
        return TimeSpan.FromSeconds(FullJitter ? seconds * random.NextDouble() : seconds);
    }
}
