using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Canary.Local.Lambda.Errors;
using Canary.Local.Lambda.Model;
using Canary.StatesLanguage.Json;

namespace Canary.Local.Lambda.Functions;

/// <summary>
/// The verbs on resource policies: of a function, of a version, of an alias. Nothing enforces them. A change gives the resource
/// itself another revision, and takes that revision as its guard, as AWS was recorded to do until 2023. Recordings of November
/// 2025 show a policy with a revision of its own and end before they say whether the alias keeps its own; for whoever guards an
/// alias by its revision this is the harder case.
/// </summary>
internal sealed partial class PolicyBook(FunctionStore store, AliasBook aliases)
{
    /// <returns>The statement, as JSON.</returns>
    public string Add(string function, string? qualifier, Grant permission, string? revisionId)
    {
        PermissionStatement.Check(permission);
        lock (store.Gate)
        {
            var named = Parse(function, qualifier);
            if (named.Qualifier is VersionRecord.Latest)
                throw LambdaErrors.Invalid("We currently do not support adding policies for $LATEST.");
            var record = store.Require(named);
            RequireResource(record, named.Qualifier);
            var statements = record.Policies.GetValueOrDefault(named.Qualifier ?? "", []);
            if (statements.Any(one => Sid(one) == permission.StatementId))
            {
                throw LambdaErrors.Conflict(
                    $"The statement id ({permission.StatementId}) provided already exists. "
                    + "Please provide a new statement id, or remove the existing statement.");
            }
            RequireRevision(record, named.Qualifier, revisionId);
            var statement = PermissionStatement.Of(permission, store.Arn(record.Name, named.Qualifier));
            record.Policies[named.Qualifier ?? ""] = [.. statements, statement];
            Rotate(record, named.Qualifier);
            return JsonText.Write(statement);
        }
    }

    public void Remove(string function, string? qualifier, string statementId, string? revisionId)
    {
        lock (store.Gate)
        {
            var named = Parse(function, qualifier);
            if (!store.Functions.TryGetValue(named.Name, out var record))
                throw LambdaErrors.NotFound($"No policy found for: {store.Arn(named.Name, named.Qualifier)}");
            RequireResource(record, named.Qualifier);
            var key = named.Qualifier ?? "";
            if (!record.Policies.TryGetValue(key, out var statements))
                throw LambdaErrors.NotFound("No policy is associated with the given resource.");
            if (statements.All(one => Sid(one) != statementId))
                throw LambdaErrors.NotFound($"Statement {statementId} is not found in resource policy.");
            RequireRevision(record, named.Qualifier, revisionId);
            record.Policies[key] = [.. statements.Where(one => Sid(one) != statementId)];
            if (record.Policies[key].Count == 0) record.Policies.Remove(key);
            Rotate(record, named.Qualifier);
        }
    }

    /// <summary>The policy as JSON, and the revision that guards it.</summary>
    public (string Policy, string RevisionId) Get(string function, string? qualifier)
    {
        lock (store.Gate)
        {
            var named = Parse(function, qualifier);
            if (store.Functions.GetValueOrDefault(named.Name) is not { } record
                || !record.Policies.TryGetValue(named.Qualifier ?? "", out var statements))
                throw LambdaErrors.NotFound("The resource you requested does not exist.");
            var policy = new JsonObject
            {
                ["Version"] = "2012-10-17",
                ["Id"] = "default",
                ["Statement"] = new JsonArray([.. statements.Select(one => one.DeepClone())]),
            };
            return (JsonText.Write(policy), Revision(record, named.Qualifier));
        }
    }

    private FunctionReference Parse(string function, string? qualifier) => store.Parse(function, qualifier);

    private void RequireResource(FunctionRecord record, string? qualifier)
    {
        if (qualifier is null || record.Aliases.ContainsKey(qualifier) || record.Version(qualifier) is not null) return;
        throw AliasName().IsMatch(qualifier)
            ? LambdaErrors.NotFound($"Cannot find alias arn: {store.Arn(record.Name, qualifier)}")
            : LambdaErrors.FunctionNotFound(store.Arn(record.Name, qualifier));
    }

    private void RequireRevision(FunctionRecord record, string? qualifier, string? revisionId)
    {
        if (revisionId is not null && revisionId != Revision(record, qualifier)) throw LambdaErrors.StalePolicyRevision();
    }

    private string Revision(FunctionRecord record, string? qualifier) =>
        qualifier is not null && record.Aliases.TryGetValue(qualifier, out var alias)
        ? alias.RevisionId
        : record.Version(qualifier ?? VersionRecord.Latest)!.View("", store.Now).RevisionId;

    private void Rotate(FunctionRecord record, string? qualifier)
    {
        if (qualifier is not null && record.Aliases.ContainsKey(qualifier)) aliases.Rotate(record, qualifier);
        else record.Version(qualifier ?? VersionRecord.Latest)!.Rotate();
    }

    private static string? Sid(JsonObject statement) => (string?)statement["Sid"];

    [GeneratedRegex(@"^(?![0-9]+\z)[a-zA-Z0-9-_]+\z")]
    private static partial Regex AliasName();
}
