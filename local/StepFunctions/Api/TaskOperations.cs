using System.Text.Json.Nodes;
using Canary.Local.Wire.Protocols;

namespace Canary.Local.StepFunctions.Api;

/// <summary>The operations on tasks that wait for their tokens.</summary>
internal static class TaskOperations
{
    public static JsonObject SendTaskSuccess(StepFunctionsService service, Members members)
    {
        var (token, output) = (members.Required("taskToken"), members.Required("output"));
        members.RefuseOthers();
        service.SendTaskSuccess(token, output);
        return [];
    }

    public static JsonObject SendTaskFailure(StepFunctionsService service, Members members)
    {
        var (token, error, cause) = (members.Required("taskToken"), members.Text("error"), members.Text("cause"));
        members.RefuseOthers();
        service.SendTaskFailure(token, error, cause);
        return [];
    }

    public static JsonObject SendTaskHeartbeat(StepFunctionsService service, Members members)
    {
        var token = members.Required("taskToken");
        members.RefuseOthers();
        service.SendTaskHeartbeat(token);
        return [];
    }
}
