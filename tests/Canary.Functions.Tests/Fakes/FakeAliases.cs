using Canary.Aliases;
using Canary.Errors;
using Canary.Ports;

namespace Canary.Functions.Tests.Fakes;

/// <summary>
/// One alias in memory, as strict about its revision as Lambda. A change can be refused, or its answer lost;
/// a read can lag behind.
/// </summary>
internal sealed class FakeAliases(AliasState? state) : IAliases
{
    private int _revision = 1;
    private Alias? _before;
    private int _untilThrottled;

    public AliasState? State { get; private set; } = state;

    public string Description { get; private set; } = "orders, live";

    public string Revision => $"revision-{_revision}";

    public int Writes { get; private set; }

    /// <summary>All calls, those that were throttled too.</summary>
    public int Calls { get; private set; }

    /// <summary>How many of the next calls are throttled.</summary>
    public int Throttles { get; set; }

    /// <summary>Throttles calls, but lets some pass first.</summary>
    public void ThrottleAfter(int calls, int times) => (_untilThrottled, Throttles) = (calls, times);

    /// <summary>
    /// The next change happens, but its caller sees a conflict: what a retry sees whose first try's answer was lost.
    /// </summary>
    public bool LoseNextAnswer { get; set; }

    /// <summary>Reads show the alias as it was before its last change.</summary>
    public bool ReadsLag { get; set; }

    /// <summary>How often it was read.</summary>
    public int Reads { get; private set; }

    /// <summary>Versions that were deleted.</summary>
    public HashSet<string> Deleted { get; } = [];

    /// <summary>
    /// If not null, a change of the version of an alias with provisioned concurrency begins Lambda's own shift.
    /// </summary>
    public FakeConcurrency? Concurrency { get; set; }

    /// <summary>The versions that the function's other aliases are at.</summary>
    public Dictionary<string, string> Others { get; } = [];

    /// <summary>What somebody does just before a description is written; null where nobody does anything.</summary>
    public Action? BeforeDescription { get; set; }

    /// <summary>Somebody says a word to the rollout that holds the alias.</summary>
    public void Say(string word) => ChangeBehindItsBack(State, Hold.Of(Stage.Execution, word));

    /// <summary>Lambda's own shift is over.</summary>
    public void Settle()
    {
        Concurrency!.Live = Concurrency.Live! with { Status = "READY" };
        ChangeBehindItsBack(new(State!.Version));
    }

    private Alias? Now => State is null ? null : new(State, Revision, Description);

    public void ChangeBehindItsBack(AliasState? to, string? description = null)
    {
        _before = Now;
        (State, _revision, Description) = (to, _revision + 1, description ?? Description);
    }

    public Task<Alias?> FindAsync(string functionName, string aliasName)
    {
        Reads++;
        if (IsThrottled()) return Throttle();
        return Task.FromResult(
            Others.TryGetValue(aliasName, out var version)
                ? new Alias(new(version), $"revision-of-{aliasName}", "")
                : ReadsLag ? _before
                : Now);
    }

    public Task<Alias?> CreateAsync(string functionName, string aliasName, AliasWrite write)
    {
        if (State is not null) return Task.FromResult<Alias?>(null);
        ChangeBehindItsBack(write.State, write.Description);
        return Answer();
    }

    public Task<Alias?> DescribeAsync(string functionName, string aliasName, string description, string revisionId)
    {
        if (IsThrottled()) return Throttle();
        BeforeDescription?.Invoke();
        if (revisionId != Revision) return Task.FromResult<Alias?>(null);
        ChangeBehindItsBack(State, description);
        return Answer();
    }

    public Task<Alias?> UpdateAsync(string functionName, string aliasName, AliasWrite write, string revisionId)
    {
        if (IsThrottled()) return Throttle();
        if (State is null || Deleted.Contains(write.State.Version))
            return Task.FromException<Alias?>(new VersionGone("Function not found"));
        if (revisionId != Revision) return Task.FromResult<Alias?>(null);
        if (Concurrency?.Live is { } live && State is { } now)
        {
            if (now.AdditionalWeight == 1 && !live.IsReady)
                return Task.FromException<Alias?>(new AliasShifting("Invalid alias configuration"));
            if (write.State.Version != now.Version)
            {
                Concurrency.Live = live with { Status = "IN_PROGRESS" };
                write = write with { State = new(write.State.Version, now.Version, 1) };
            }
        }
        ChangeBehindItsBack(write.State, write.Description);
        return Answer();
    }

    private static Task<Alias?> Throttle() =>
        Task.FromException<Alias?>(new Throttled("TooManyRequestsException: Rate exceeded"));

    private bool IsThrottled()
    {
        Calls++;
        return _untilThrottled-- <= 0 && Throttles > 0 && Throttles-- > 0;
    }

    private Task<Alias?> Answer()
    {
        Writes++;
        if (!LoseNextAnswer) return Task.FromResult(Now);
        LoseNextAnswer = false;
        return Task.FromResult<Alias?>(null);
    }
}
