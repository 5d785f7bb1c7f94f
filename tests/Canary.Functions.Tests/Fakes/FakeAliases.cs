using Canary.Rollouts;

namespace Canary.Functions.Tests.Fakes;

/// <summary>One alias in memory, as strict about its revision as Lambda. A change can be refused, or its answer lost.</summary>
internal sealed class FakeAliases(AliasState? state) : IAliases
{
    private int _revision = 1;

    public AliasState? State { get; private set; } = state;

    public string Revision => $"revision-{_revision}";

    public int Writes { get; private set; }

    /// <summary>The next change happens, but its caller sees a conflict: what a retry sees whose first try's answer was lost.</summary>
    public bool LoseNextAnswer { get; set; }

    public void ChangeBehindItsBack(AliasState? to) => (State, _revision) = (to, _revision + 1);

    public Task<Alias?> FindAsync(string functionName, string aliasName) => Task.FromResult(State is null ? null : new Alias(State, Revision));

    public Task<Alias?> UpdateAsync(string functionName, string aliasName, AliasState wanted, string revisionId)
    {
        if (revisionId != Revision) return Task.FromResult<Alias?>(null);
        (State, _revision, Writes) = (wanted, _revision + 1, Writes + 1);
        if (!LoseNextAnswer) return Task.FromResult<Alias?>(new(wanted, Revision));
        LoseNextAnswer = false;
        return Task.FromResult<Alias?>(null);
    }
}
