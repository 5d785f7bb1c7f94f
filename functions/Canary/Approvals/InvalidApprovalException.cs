namespace Canary.Approvals;

/// <summary>What was given to Approve cannot be used.</summary>
public sealed class InvalidApprovalException(IReadOnlyCollection<string> faults)
    : Exception($"The answer was refused, and nothing was changed. {Numbered(faults)}")
{
    private static string Numbered(IReadOnlyCollection<string> faults) =>
        string.Join(" ", faults.Count == 1 ? faults : faults.Select((fault, i) => $"({i + 1}) {fault}"));
}
