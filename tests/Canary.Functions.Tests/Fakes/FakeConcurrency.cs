using Canary.Errors;
using Canary.Ports;

namespace Canary.Functions.Tests.Fakes;

/// <summary>Concurrency in memory. Putting it begins anew, and it is there when a test says so.</summary>
internal sealed class FakeConcurrency : IConcurrency
{
    public Dictionary<string, ProvisionedConcurrency> Known { get; } = [];

    public int Calls { get; private set; }

    public int Lists { get; private set; }

    /// <summary>Lambda's words for why it grants no more, or null.</summary>
    public string? Refuses { get; set; }

    public ProvisionedConcurrency? Live
    {
        get => Known.GetValueOrDefault("live");
        set => Known["live"] = value!;
    }

    public Task<IReadOnlyList<ProvisionedConcurrency>> ListAsync(string functionName)
    {
        Lists++;
        return Task.FromResult<IReadOnlyList<ProvisionedConcurrency>>([.. Known.Values]);
    }

    public Task<ProvisionedConcurrency?> FindAsync(string functionName, string aliasName)
    {
        Calls++;
        return Task.FromResult(Known.GetValueOrDefault(aliasName));
    }

    public Task PutAsync(string functionName, string aliasName, int requested)
    {
        Calls++;
        if (Refuses is { } why) return Task.FromException(new ConcurrencyFailed(why));
        Known[aliasName] = new(aliasName, requested, "IN_PROGRESS", null);
        return Task.CompletedTask;
    }

    public Task DeleteAsync(string functionName, string aliasName)
    {
        Calls++;
        Known.Remove(aliasName);
        return Task.CompletedTask;
    }
}
