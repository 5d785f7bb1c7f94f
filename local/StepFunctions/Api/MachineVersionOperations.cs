using System.Text.Json.Nodes;
using Canary.Local.Wire.Protocols;

namespace Canary.Local.StepFunctions.Api;

/// <summary>The operations on versions of state machines.</summary>
internal static class MachineVersionOperations
{
    public static JsonObject PublishStateMachineVersion(StepFunctionsService service, Members members)
    {
        var (arn, revision, description) =
            (members.Required("stateMachineArn"), members.Text("revisionId"), members.Text("description"));
        members.RefuseOthers();
        var version = service.DescribeStateMachine(service.PublishStateMachineVersion(arn, revision, description));
        return new JsonObject
        {
            ["creationDate"] = Document.Date(version.CreationDate),
            ["stateMachineVersionArn"] = version.StateMachineArn,
        };
    }

    public static JsonObject DeleteStateMachineVersion(StepFunctionsService service, Members members)
    {
        var arn = members.Required("stateMachineVersionArn");
        members.RefuseOthers();
        service.DeleteStateMachineVersion(arn);
        return [];
    }

    public static JsonObject ListStateMachineVersions(StepFunctionsService service, Members members)
    {
        var (arn, maxResults, token) =
            (members.Required("stateMachineArn"), members.Whole("maxResults") ?? 0, members.Text("nextToken"));
        members.RefuseOthers();
        var page = service.ListStateMachineVersions(arn, maxResults, token);
        return Document.Of("stateMachineVersions", page, version => new JsonObject
        {
            ["stateMachineVersionArn"] = version.StateMachineArn,
            ["creationDate"] = Document.Date(version.CreationDate),
        });
    }
}
