using System.Text.Json.Nodes;
using Canary.Local.StepFunctions.Model;
using Canary.Local.Wire.Protocols;

namespace Canary.Local.StepFunctions.Api;

/// <summary>The operations on executions.</summary>
internal static class ExecutionOperations
{
    public static JsonObject StartExecution(StepFunctionsService service, Members members)
    {
        var (arn, name, input) = (members.Required("stateMachineArn"), members.Text("name"), members.Text("input") ?? "{}");
        members.RefuseOthers();
        var started = service.StartExecution(arn, name, input);
        return new JsonObject { ["executionArn"] = started.ExecutionArn, ["startDate"] = Document.Date(started.StartDate) };
    }

    public static JsonObject DescribeExecution(StepFunctionsService service, Members members)
    {
        var arn = members.Required("executionArn");
        members.OneOf("includedData", "ALL_DATA");
        members.RefuseOthers();
        var execution = service.DescribeExecution(arn);
        var obstacle = service.RedriveObstacle(arn);
        return Summary(execution)
            .With("input", execution.Input)
            .With("inputDetails", new JsonObject { ["included"] = true })
            .With("output", execution.Output)
            .With("outputDetails", execution.Output is null ? null : new JsonObject { ["included"] = true })
            .With("error", execution.Error)
            .With("cause", execution.Cause)
            .With("redriveStatus", obstacle is null ? "REDRIVABLE" : "NOT_REDRIVABLE")
            .With("redriveStatusReason", obstacle);
    }

    public static JsonObject ListExecutions(StepFunctionsService service, Members members)
    {
        var (arn, maxResults, token) =
            (members.Required("stateMachineArn"), members.Whole("maxResults") ?? 0, members.Text("nextToken"));
        var statuses = Enum.GetValues<ExecutionStatus>();
        var filter = members.OneOf("statusFilter", [.. statuses.Select(status => status.ToAws())]);
        members.RefuseOthers();
        ExecutionStatus? wanted = filter is null ? null : statuses.First(status => status.ToAws() == filter);
        return Document.Of("executions", service.ListExecutions(arn, wanted, maxResults, token), Summary);
    }

    public static JsonObject StopExecution(StepFunctionsService service, Members members)
    {
        var (arn, error, cause) = (members.Required("executionArn"), members.Text("error"), members.Text("cause"));
        members.RefuseOthers();
        return new JsonObject { ["stopDate"] = Document.Date(service.StopExecution(arn, error, cause).StopDate!.Value) };
    }

    public static JsonObject RedriveExecution(StepFunctionsService service, Members members)
    {
        var (arn, clientToken) = (members.Required("executionArn"), members.Text("clientToken"));
        members.RefuseOthers();
        return new JsonObject { ["redriveDate"] = Document.Date(service.RedriveExecution(arn, clientToken).RedriveDate!.Value) };
    }

    private static JsonObject Summary(ExecutionDescription execution) => new JsonObject
    {
        ["executionArn"] = execution.ExecutionArn,
        ["stateMachineArn"] = execution.StateMachineArn,
        ["name"] = execution.Name,
        ["status"] = execution.Status.ToAws(),
        ["startDate"] = Document.Date(execution.StartDate),
    }
        .With("stateMachineVersionArn", execution.StateMachineVersionArn)
        .With("stateMachineAliasArn", execution.StateMachineAliasArn)
        .With("stopDate", execution.StopDate is { } stopped ? Document.Date(stopped) : null)
        .With("redriveCount", execution.RedriveCount)
        .With("redriveDate", execution.RedriveDate is { } redriven ? Document.Date(redriven) : null);
}
