using Amazon.StepFunctions.Model;
using Canary.Cli.Aws;

namespace Canary.Cli.Watching;

/// <summary>
/// Goes on asking while AWS does not answer: a network that is cut, credentials that have expired and quotas that are used up
/// come right again, and the rollout does not wait for its onlookers.
/// </summary>
/// <param name="renew">Finds the credentials anew.</param>
/// <param name="time">This machine's clock.</param>
/// <param name="limit">For how long; null for so long that nobody mends it any more.</param>
internal sealed class Persistence(Action renew, TimeProvider time, TimeSpan? limit = null)
{
    /// <summary>Nobody mends it any more: then a pipeline should know.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    /// <summary>An execution that has just been started is not known everywhere yet.</summary>
    private static readonly TimeSpan Newborn = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    private readonly DateTimeOffset _began = time.GetUtcNow();
    private int _failures;

    /// <summary>What keeps it from asking; null while nothing does.</summary>
    public Trouble? Trouble { get; private set; }

    /// <summary>How much longer than usual it waits before the next look.</summary>
    public TimeSpan Pause(TimeSpan usual)
    {
        var pause = usual * Math.Pow(2, Math.Min(_failures, 10));
        return pause < LongestPause || _failures == 0 ? pause : LongestPause;
    }

    /// <summary>Makes calls. Where they fail for now, notes why.</summary>
    /// <returns>Whether they came through.</returns>
    public async Task<bool> TryAsync(Func<Task> callAsync, CancellationToken cancellationToken)
    {
        try
        {
            await callAsync();
            (Trouble, _failures) = (null, 0);
            return true;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested && MayPass(fault))
        {
            _failures++;
            Trouble = new(Trouble?.Since ?? time.GetUtcNow(), AwsFaults.Sentence(fault));
            if (AwsFaults.IsExpired(fault)) renew();
            return false;
        }
    }

    private bool MayPass(Exception fault)
    {
        var now = time.GetUtcNow();
        if (fault is ExecutionDoesNotExistException) return now - _began < Newborn;
        return AwsFaults.IsPassing(fault) && (Trouble is null || now - Trouble.Since < (limit ?? Limit));
    }
}
