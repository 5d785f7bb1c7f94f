using Canary.Local.Lambda.Errors;
using Canary.Local.Lambda.Model;
using Canary.Local.Wire;

namespace Canary.Local.Lambda.Functions;

/// <summary>Makes immutable versions of $LATEST.</summary>
internal sealed class VersionPublisher(FunctionStore store)
{
    public FunctionConfiguration Publish(string function, string? description, string? codeSha256, string? revisionId)
    {
        new MemberConstraints().Length("description", description, 0, 256).ThrowIfAny();
        lock (store.Gate)
        {
            var record = store.Require(store.ParseFunction(function));
            var latest = record.Latest;
            store.RequireRevision(latest, revisionId);
            if (codeSha256 is not null && codeSha256 != latest.Code.Sha256)
            {
                throw LambdaErrors.Invalid(
                    $"CodeSHA256 ({codeSha256}) is different from current CodeSHA256 in $LATEST ({latest.Code.Sha256}). "
                    + "Please try again with the CodeSHA256 in $LATEST.");
            }
            store.RequireSettled(record);
            var lifecycle = store.LifecycleOf(record);
            var settling = PendingChange.Begin(
                PendingChange.Kind.Publish, store.Now + lifecycle.PublishDelay, lifecycle.PublishFailure);
            var version = Add(record, description, settling);
            return version.View(store.Arn(record.Name, version.Number), store.Now);
        }
    }

    /// <summary>
    /// Publishes on the way of a create or an update, which settles the version together with $LATEST. Call it under the store's
    /// lock.
    /// </summary>
    public FunctionConfiguration PublishWith(FunctionRecord function, PendingChange settling)
    {
        var version = Add(function, null, settling with { Change = PendingChange.Kind.Publish });
        return version.ViewUnsettled(store.Arn(function.Name, version.Number));
    }

    public IReadOnlyList<FunctionConfiguration> List(string function)
    {
        lock (store.Gate)
        {
            var record = store.Require(store.ParseFunction(function));
            return [.. record.Versions.Select(version => version.View(store.Arn(record.Name, version.Number), store.Now))];
        }
    }

    private VersionRecord Add(FunctionRecord function, string? description, PendingChange settling)
    {
        var latest = function.Latest;
        // Lambda answers with the last version if nothing changed since it was made: a new description alone is ignored.
        if (function.Published.GetValueOrDefault(function.NextNumber - 1) is { } last && last.Fingerprint == latest.Fingerprint)
            return last;
        var definition = description is null ? latest.Definition : latest.Definition with { Description = description };
        var number = function.NextNumber++;
        var snapshot = store.Now + store.LifecycleOf(function).SnapshotDelay;
        if (definition.SnapStart && settling.Due < snapshot) settling = settling with { Due = snapshot };
        var version = new VersionRecord(
            definition, latest.Code, $"{number}", store.Now, settling)
        { Fingerprint = latest.Fingerprint };
        function.Published.Add(number, version);
        function.VersionWrites[version.Number] = new(null, store.Now);
        latest.Rotate();
        return version;
    }
}
