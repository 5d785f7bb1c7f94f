using System.Text.Json.Nodes;
using Canary.Local.Events.Model;
using Canary.Local.Wire;
using Canary.Local.Wire.Protocols;

namespace Canary.Local.Events.Api;

/// <summary>The operations on targets.</summary>
internal static class TargetOperations
{
    private const int PerRequest = 100;

    public static JsonObject PutTargets(EventsService service, Members members)
    {
        var (rule, entries) = (RuleOperations.Name(members, "Rule"), members.Structures("Targets"));
        RuleOperations.Finish(members);
        Check(entries?.Count, "Target", "targets");
        service.PutTargets(rule, [.. entries!.Select(Read)]);
        return new JsonObject { ["FailedEntryCount"] = 0, ["FailedEntries"] = new JsonArray() };
    }

    public static JsonObject ListTargetsByRule(EventsService service, Members members)
    {
        var (rule, limit, token) = (RuleOperations.Name(members, "Rule"), members.Whole("Limit"), members.Text("NextToken"));
        RuleOperations.Finish(members);
        return RulePage.Of("Targets", service.ListTargetsByRule(rule), target => target.Id, Write, limit, token);
    }

    public static JsonObject RemoveTargets(EventsService service, Members members)
    {
        var (rule, ids) = (RuleOperations.Name(members, "Rule"), members.Texts("Ids"));
        members.Flag("Force");
        RuleOperations.Finish(members);
        Check(ids?.Count, "String", "ids");
        foreach (var (index, id) in ids!.Index()) RuleRules.CheckName(id, $"ids.{index + 1}.member");
        var failed = service.RemoveTargets(rule, ids!).Select(id => new JsonObject
        {
            ["TargetId"] = id,
            ["ErrorCode"] = "ResourceNotFoundException",
            ["ErrorMessage"] = $"Rule '{rule}' does not have a target with the Id '{id}'.",
        }).ToArray();
        return new JsonObject { ["FailedEntryCount"] = failed.Length, ["FailedEntries"] = new JsonArray([.. failed]) };
    }

    private static void Check(int? count, string shape, string member)
    {
        if (count is null) throw CommonErrors.Value(null, member, "Member must not be null");
        if (count == 0) throw CommonErrors.Value("[]", member, "Member must have length greater than or equal to 1");
        if (count > PerRequest)
            throw CommonErrors.Value($"[{shape}]", member, $"Member must have length less than or equal to {PerRequest}");
    }

    private static RuleTarget Read(Members members)
    {
        var (letters, retries) = (members.Structure("DeadLetterConfig"), members.Structure("RetryPolicy"));
        var transformer = members.Structure("InputTransformer");
        var target = new RuleTarget(members.Required("Id"), members.Required("Arn"), members.Text("Input"))
        {
            Transformer = transformer is null ? null : new(
                transformer.TextMap("InputPathsMap") ?? new Dictionary<string, string>(), transformer.Required("InputTemplate")),
            DeadLetterArn = letters?.Text("Arn"),
            MaximumRetryAttempts = retries?.Whole("MaximumRetryAttempts"),
            MaximumEventAgeInSeconds = retries?.Whole("MaximumEventAgeInSeconds"),
        };
        transformer?.RefuseOthers();
        letters?.RefuseOthers();
        retries?.RefuseOthers();
        members.RefuseOthers();
        return target;
    }

    private static JsonObject Write(RuleTarget target)
    {
        var document = new JsonObject { ["Id"] = target.Id, ["Arn"] = target.Arn };
        if (target.Input is not null) document["Input"] = target.Input;
        if (target.Transformer is { } transformer) document["InputTransformer"] = Write(transformer);
        if (target.DeadLetterArn is not null) document["DeadLetterConfig"] = new JsonObject { ["Arn"] = target.DeadLetterArn };
        var retries = new JsonObject();
        if (target.MaximumRetryAttempts is { } attempts) retries["MaximumRetryAttempts"] = attempts;
        if (target.MaximumEventAgeInSeconds is { } age) retries["MaximumEventAgeInSeconds"] = age;
        if (retries.Count > 0) document["RetryPolicy"] = retries;
        return document;
    }

    private static JsonObject Write(InputTransformer transformer) => new()
    {
        ["InputPathsMap"] = new JsonObject(
            transformer.Paths.Select(path => KeyValuePair.Create(path.Key, (JsonNode?)JsonValue.Create(path.Value)))),
        ["InputTemplate"] = transformer.Template,
    };
}
