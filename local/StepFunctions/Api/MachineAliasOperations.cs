using System.Text.Json.Nodes;
using Canary.Local.StepFunctions.Model;
using Canary.Local.Wire;
using Canary.Local.Wire.Protocols;

namespace Canary.Local.StepFunctions.Api;

/// <summary>The operations on aliases of state machines.</summary>
internal static class MachineAliasOperations
{
    public static JsonObject CreateStateMachineAlias(StepFunctionsService service, Members members)
    {
        var (name, description) = (members.Required("name"), members.Text("description"));
        var routes = Routes(members) ?? throw CommonErrors.Value(null, "routingConfiguration", "Member must not be null");
        members.RefuseOthers();
        var alias = service.CreateStateMachineAlias(name, routes, description);
        return new JsonObject
        {
            ["stateMachineAliasArn"] = alias.StateMachineAliasArn,
            ["creationDate"] = Document.Date(alias.CreationDate),
        };
    }

    public static JsonObject UpdateStateMachineAlias(StepFunctionsService service, Members members)
    {
        var (arn, description, routes) =
            (members.Required("stateMachineAliasArn"), members.Text("description"), Routes(members));
        members.RefuseOthers();
        var alias = service.UpdateStateMachineAlias(arn, routes, description);
        return new JsonObject { ["updateDate"] = Document.Date(alias.UpdateDate) };
    }

    public static JsonObject DescribeStateMachineAlias(StepFunctionsService service, Members members)
    {
        var arn = members.Required("stateMachineAliasArn");
        members.RefuseOthers();
        var alias = service.DescribeStateMachineAlias(arn);
        return new JsonObject
        {
            ["stateMachineAliasArn"] = alias.StateMachineAliasArn,
            ["name"] = alias.Name,
            ["routingConfiguration"] = new JsonArray([.. alias.Routes.Select(Write)]),
            ["creationDate"] = Document.Date(alias.CreationDate),
            ["updateDate"] = Document.Date(alias.UpdateDate),
        }.With("description", alias.Description);
    }

    public static JsonObject DeleteStateMachineAlias(StepFunctionsService service, Members members)
    {
        var arn = members.Required("stateMachineAliasArn");
        members.RefuseOthers();
        service.DeleteStateMachineAlias(arn);
        return [];
    }

    public static JsonObject ListStateMachineAliases(StepFunctionsService service, Members members)
    {
        var (arn, maxResults, token) =
            (members.Required("stateMachineArn"), members.Whole("maxResults") ?? 0, members.Text("nextToken"));
        members.RefuseOthers();
        var page = service.ListStateMachineAliases(arn, maxResults, token);
        return Document.Of("stateMachineAliases", page, alias => new JsonObject
        {
            ["stateMachineAliasArn"] = alias.StateMachineAliasArn,
            ["creationDate"] = Document.Date(alias.CreationDate),
        });
    }

    private static IReadOnlyList<MachineRoute>? Routes(Members members) =>
        members.Structures("routingConfiguration") is { } routes ? [.. routes.Select(Read)] : null;

    private static MachineRoute Read(Members members)
    {
        var (arn, weight) = (members.Required("stateMachineVersionArn"), members.Whole("weight"));
        members.RefuseOthers();
        return new MachineRoute(arn, weight ?? throw CommonErrors.Value(null, "weight", "Member must not be null"));
    }

    private static JsonNode Write(MachineRoute route) => new JsonObject
    {
        ["stateMachineVersionArn"] = route.StateMachineVersionArn,
        ["weight"] = route.Weight,
    };
}
