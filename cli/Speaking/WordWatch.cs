using Canary.Cli.Aws;
using Canary.Cli.Watching;
using Canary.Rollouts;

namespace Canary.Cli.Speaking;

/// <summary>Reads a rollout's documents as they come, until one shows what became of a word.</summary>
internal sealed class WordWatch(AwsAccess aws, TimeProvider time, string execution)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly DocumentTrail _trail = new(() => aws.StepFunctions, execution);

    /// <summary>The execution's ARN.</summary>
    public string Execution => execution;

    /// <summary>Whether it has seen the word that was waited for.</summary>
    public bool HasSeen { get; private set; }

    /// <summary>The rollout as it stood last; null before its plan.</summary>
    public Rollout? Latest { get; private set; }

    /// <summary>Whether the rollout has come to its end.</summary>
    public bool IsOver => _trail.HasEnded;

    /// <summary>Reads how it stands now. To be called before the word is said: what it knows then is not news.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        if (await _trail.ReadNewAsync(cancellationToken) is [.., var last]) Latest = last;
    }

    /// <summary>How much time is left until a moment of AWS's clock, from which this machine's may differ.</summary>
    public TimeSpan LeftUntil(DateTimeOffset moment)
    {
        var here = moment - time.GetUtcNow();
        return _trail.At is { } there && moment - there < here ? moment - there : here;
    }

    /// <summary>Waits until the rollout is over.</summary>
    /// <param name="longest">For how long.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it is.</returns>
    public async Task<bool> UntilOverAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            if (await ReadAsync(cancellationToken) is [.., var last]) Latest = last;
            if (IsOver || time.GetElapsedTime(began) > longest) return IsOver;
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    /// <summary>Waits until the word was seen, or the rollout is over.</summary>
    /// <param name="spoken">The word.</param>
    /// <param name="longest">For how long.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What the story tells since the word was said; null where the time is over.</returns>
    public async Task<IReadOnlyList<string>?> UntilSeenAsync(
        SpokenWord spoken, TimeSpan longest, CancellationToken cancellationToken)
    {
        var (began, known, before) = (time.GetTimestamp(), Latest?.Internal.Alias.Word, Latest?.Story.Count ?? 0);
        while (true)
        {
            foreach (var document in await ReadAsync(cancellationToken))
            {
                Latest = document;
                var text = document.Internal.Alias.Word;
                HasSeen |= text != known && spoken.IsSeenIn(text);
                known = text;
            }
            if (HasSeen || IsOver) return Since(before);
            if (time.GetElapsedTime(began) > longest) return null;
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    private IReadOnlyList<string> Since(int before) => [.. (Latest?.Story ?? []).Skip(before).Select(entry => entry.Text)];

    // A look that fails is made up for by the next one.
    private async Task<IReadOnlyList<Rollout>> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _trail.ReadNewAsync(cancellationToken);
        }
        catch (Exception fault) when (AwsFaults.IsPassing(fault) && !cancellationToken.IsCancellationRequested)
        {
            if (AwsFaults.IsExpired(fault)) aws.Renew();
            return [];
        }
    }
}
