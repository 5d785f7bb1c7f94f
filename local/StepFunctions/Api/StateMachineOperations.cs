using System.Text.Json.Nodes;
using Canary.Local.StepFunctions.Errors;
using Canary.Local.StepFunctions.Model;
using Canary.Local.Wire.Protocols;

namespace Canary.Local.StepFunctions.Api;

/// <summary>The operations on state machines.</summary>
internal static class StateMachineOperations
{
    public static JsonObject CreateStateMachine(StepFunctionsService service, Members members)
    {
        var (name, definition, role, type) =
            (members.Required("name"), members.Required("definition"), members.Required("roleArn"), members.Text("type"));
        var publishes = Publishes(members);
        members.RefuseOthers();
        if (type is not (null or "STANDARD"))
            throw StepFunctionsErrors.TypeNotSupported(type);
        var arn = service.CreateStateMachine(name, definition, role);
        return new JsonObject
        {
            ["stateMachineArn"] = arn,
            ["creationDate"] = Document.Date(service.DescribeStateMachine(arn).CreationDate),
        }.With("stateMachineVersionArn", publishes?.Invoke(service, arn));
    }

    public static JsonObject UpdateStateMachine(StepFunctionsService service, Members members)
    {
        var (arn, definition, role) = (members.Required("stateMachineArn"), members.Text("definition"), members.Text("roleArn"));
        var publishes = Publishes(members);
        members.RefuseOthers();
        var updated = service.UpdateStateMachine(arn, definition, role);
        return new JsonObject { ["updateDate"] = Document.Date(updated.UpdateDate) }
            .With("revisionId", updated.RevisionId)
            .With("stateMachineVersionArn", publishes?.Invoke(service, arn));
    }

    public static JsonObject DescribeStateMachine(StepFunctionsService service, Members members)
    {
        var arn = members.Required("stateMachineArn");
        members.OneOf("includedData", "ALL_DATA");
        members.RefuseOthers();
        var machine = service.DescribeStateMachine(arn);
        return Common(machine)
            .With("status", "ACTIVE")
            .With("type", "STANDARD")
            .With("creationDate", Document.Date(machine.CreationDate))
            .With("description", machine.Description);
    }

    public static JsonObject DescribeStateMachineForExecution(StepFunctionsService service, Members members)
    {
        var arn = members.Required("executionArn");
        members.OneOf("includedData", "ALL_DATA");
        members.RefuseOthers();
        var machine = service.DescribeStateMachineForExecution(arn);
        return Common(machine).With("updateDate", Document.Date(machine.UpdateDate));
    }

    public static JsonObject ListStateMachines(StepFunctionsService service, Members members)
    {
        var (maxResults, token) = (members.Whole("maxResults") ?? 0, members.Text("nextToken"));
        members.RefuseOthers();
        return Document.Of("stateMachines", service.ListStateMachines(maxResults, token), machine => new JsonObject
        {
            ["stateMachineArn"] = machine.StateMachineArn,
            ["name"] = machine.Name,
            ["type"] = "STANDARD",
            ["creationDate"] = Document.Date(machine.CreationDate),
        });
    }

    /// <summary>What publishes a version and gives its ARN, where the request asks for one.</summary>
    private static Func<StepFunctionsService, string, string>? Publishes(Members members)
    {
        var (publish, description) = (members.Flag("publish") ?? false, members.Text("versionDescription"));
        if (!publish && description is not null) throw StepFunctionsErrors.DescribesNoVersion();
        return publish ? (service, arn) => service.PublishStateMachineVersion(arn, null, description) : null;
    }

    private static JsonObject Common(StateMachineDescription machine) => new JsonObject
    {
        ["stateMachineArn"] = machine.StateMachineArn,
        ["name"] = machine.Name,
        ["definition"] = machine.Definition,
        ["roleArn"] = machine.RoleArn,
        ["loggingConfiguration"] = new JsonObject { ["level"] = "OFF", ["includeExecutionData"] = false },
        ["tracingConfiguration"] = new JsonObject { ["enabled"] = false },
    }.With("revisionId", machine.RevisionId);
}
