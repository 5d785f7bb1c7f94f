using Canary.Local.Clocks;
using Canary.Local.StepFunctions.Errors;
using Canary.Local.StepFunctions.Model;
using Canary.Local.Wire;

namespace Canary.Local.StepFunctions;

/// <summary>The published versions of the account's state machines. The caller holds the lock.</summary>
internal sealed class MachineVersions(Clock clock)
{
    private const int Most = 1_000;

    private readonly Dictionary<string, SortedDictionary<int, MachineVersion>> _published = [];
    private readonly Dictionary<string, int> _last = [];

    /// <summary>Those of one state machine, the newest first.</summary>
    public IReadOnlyList<MachineVersion> Of(string machine) =>
        _published.TryGetValue(machine, out var found) ? [.. found.Values.Reverse()] : [];

    /// <summary>Finds one; null where there is none.</summary>
    public MachineVersion? Find(string machine, int number) =>
        _published.TryGetValue(machine, out var found) ? found.GetValueOrDefault(number) : null;

    /// <summary>Publishes a state machine as it is; the same revision again is the version that there is.</summary>
    /// <exception cref="AwsException">ConflictException, ServiceQuotaExceededException, ValidationException.</exception>
    public MachineVersion Publish(StateMachine machine, string? revisionId, string? description)
    {
        CommonErrors.CheckLength(description ?? "", "description", 0, WorkflowLimits.DescriptionLength);
        if (revisionId is not null && revisionId != (machine.RevisionId ?? WorkflowLimits.FirstRevision))
            throw StepFunctionsErrors.OtherRevision(revisionId, machine.RevisionId);
        if (!_published.TryGetValue(machine.Arn, out var versions)) _published[machine.Arn] = versions = [];
        if (versions.Values.LastOrDefault(one => one.Machine.RevisionId == machine.RevisionId) is { } same) return same;
        if (versions.Count == Most) throw StepFunctionsErrors.TooMany("versions", Most);
        // A number is never given twice, not even when its version was deleted.
        var number = _last[machine.Arn] = _last.GetValueOrDefault(machine.Arn) + 1;
        return versions[number] = new MachineVersion(
            number, $"{machine.Arn}:{number}", machine, description, clock.GetUtcNow());
    }

    /// <summary>Deletes one. Executions under way keep it; that there is none is no error.</summary>
    public void Delete(string machine, int number)
    {
        if (_published.TryGetValue(machine, out var versions)) versions.Remove(number);
    }
}
