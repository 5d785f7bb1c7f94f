using System.Collections.Concurrent;
using Canary.Local.Wire;

namespace Canary.Bench.Scale;

/// <summary>Every API call, and which of them the quotas turned away. Thread-safe.</summary>
internal sealed class CallLog
{
    /// <summary>What Lambda's control plane takes in a second, all its calls but GetFunction and Invoke together.</summary>
    public const double ScarcePerSecond = 15;

    public const double AlarmReadsPerSecond = 9;

    private readonly ConcurrentDictionary<string, (int Passed, int Throttled)> _calls = new();

    /// <summary>By the operation's name.</summary>
    public IReadOnlyDictionary<string, (int Passed, int Throttled)> Calls => _calls;

    /// <summary>Calls of the share that all control-plane calls of Lambda have together.</summary>
    public int Scarce => Sum(name => name.StartsWith("lambda:", StringComparison.Ordinal) && name != "lambda:GetFunction");

    public int AlarmReads => Sum(name => name == "cloudwatch:DescribeAlarms");

    public int All => Sum(_ => true);

    public int Throttled => _calls.Values.Sum(calls => calls.Throttled);

    public void Add(ApiCall call, bool passes) => _calls.AddOrUpdate(
        $"{call.Service}:{call.Operation}",
        _ => passes ? (1, 0) : (0, 1),
        (_, seen) => passes ? (seen.Passed + 1, seen.Throttled) : (seen.Passed, seen.Throttled + 1));

    private int Sum(Func<string, bool> isWanted) => _calls.Where(call => isWanted(call.Key)).Sum(call => call.Value.Passed);
}
