using Canary.Local.Faults;
using Canary.Local.Lambda.Errors;
using Canary.Local.Lambda.Model;

namespace Canary.Local.Lambda.Functions;

/// <summary>The verbs on functions themselves: create, update, get, list, delete.</summary>
/// <param name="store">The account's functions.</param>
/// <param name="publisher">For requests that publish on the way.</param>
/// <param name="retire">Told of each version that cannot be invoked any more.</param>
internal sealed class FunctionCatalog(FunctionStore store, VersionPublisher publisher, Action<VersionRecord> retire)
{
    public FunctionConfiguration Create(
        FunctionDefinition definition, CodePackage code, bool publish, FunctionLifecycle? lifecycle)
    {
        DefinitionRules.Check(definition);
        lock (store.Gate)
        {
            var rules = lifecycle ?? store.Lifecycle;
            if (store.Functions.ContainsKey(definition.Name))
                throw LambdaErrors.Conflict($"Function already exist: {definition.Name}");
            var settling = PendingChange.Begin(PendingChange.Kind.Create, store.Now + rules.CreateDelay);
            var latest = new VersionRecord(definition, code, VersionRecord.Latest, store.Now, settling);
            var function = new FunctionRecord(definition.Name, latest) { Lifecycle = lifecycle };
            store.Functions.Add(definition.Name, function);
            // Published or not, the answer has the function's own ARN.
            var arn = store.Arn(definition.Name);
            return publish ? publisher.PublishWith(function, settling) with { FunctionArn = arn } : latest.ViewUnsettled(arn);
        }
    }

    /// <summary>Gives $LATEST a new definition, a new code or both.</summary>
    public FunctionConfiguration Update(
        string function, string? revisionId, Func<FunctionDefinition, FunctionDefinition> change, CodePackage? code, bool publish)
    {
        lock (store.Gate)
        {
            var record = store.Require(store.ParseFunction(function));
            store.RequireRevision(record.Latest, revisionId);
            store.RequireSettled(record);
            var before = record.Latest;
            var definition = change(before.Definition);
            if (definition.Name != record.Name)
                throw new ArgumentException(
                    $"A function cannot be renamed, from '{record.Name}' to '{definition.Name}'.", nameof(change));
            DefinitionRules.Check(definition);
            var settling = PendingChange.Begin(PendingChange.Kind.Update, store.Now + store.LifecycleOf(record).UpdateDelay);
            var isSlow = settling.Due > store.Now;
            record.Latest = new VersionRecord(
                definition, code ?? before.Code, VersionRecord.Latest, store.Now, settling)
            { Replaced = isSlow ? before : null };
            record.VersionWrites[VersionRecord.Latest] = new(before, store.Now);
            if (!isSlow) retire(before);
            return publish ? publisher.PublishWith(record, settling) : record.Latest.ViewUnsettled(store.Arn(record.Name));
        }
    }

    /// <summary>The version that a name and a qualifier lead to; for an alias its primary one.</summary>
    public FunctionConfiguration Get(string function, string? qualifier, StaleRead? stale = null)
    {
        lock (store.Gate)
        {
            var reference = store.Parse(function, qualifier);
            var arn = store.Arn(reference.Name, reference.Qualifier);
            var record = store.Require(reference);
            var named = reference.Qualifier ?? VersionRecord.Latest;
            var number = record.Aliases.GetValueOrDefault(named)?.FunctionVersion ?? named;
            var write = record.VersionWrites.GetValueOrDefault(number);
            var version = stale?.Misses(write, store.Now) is true ? write!.Before : record.Version(number);
            return (version ?? throw LambdaErrors.FunctionNotFound(arn)).View(arn, store.Now);
        }
    }

    public IReadOnlyList<FunctionConfiguration> List(bool allVersions)
    {
        lock (store.Gate)
        {
            return [.. store.Functions.Values.SelectMany(function => allVersions
                ? function.Versions.Select(version => version.View(store.Arn(function.Name, version.Number), store.Now))
                : [function.Latest.View(store.Arn(function.Name), store.Now)])];
        }
    }

    public void Delete(string function, string? qualifier)
    {
        lock (store.Gate)
        {
            var reference = store.Parse(function, qualifier);
            if (reference.Qualifier is VersionRecord.Latest)
                throw LambdaErrors.Invalid("$LATEST version cannot be deleted without deleting the function.");
            // Whether the function or one of its aliases exists makes no difference to this answer.
            if (reference.Qualifier is { } named && IsAlias(named))
                throw LambdaErrors.Invalid("Deletion of aliases is not currently supported.");
            var record = store.Require(reference with { Qualifier = null });
            if (reference.Qualifier is { } number)
            {
                DeleteVersion(record, number);
                return;
            }
            store.Functions.Remove(record.Name);
            foreach (var version in record.Versions) retire(version);
        }
    }

    private static bool IsAlias(string qualifier) =>
        !qualifier.All(char.IsAsciiDigit) && qualifier.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    private void DeleteVersion(FunctionRecord function, string number)
    {
        var users = function.Aliases.Values.Where(alias => alias.LeadsTo(number)).Select(alias => alias.Name).ToList();
        if (users.Count > 0)
            throw LambdaErrors.Conflict(
                $"Unable to delete version because the following aliases reference it: [{string.Join(", ", users)}]");
        if (FunctionRecord.Number(number) is { } parsed && function.Published.Remove(parsed, out var version))
        {
            function.Provisioned.Remove(number);
            retire(version);
        }
    }
}
