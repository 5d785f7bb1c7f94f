using System.Text.Json.Nodes;
using Canary.Local.Wire;
using Canary.Local.Wire.Protocols;
using Canary.StatesLanguage.Json;
using Microsoft.AspNetCore.Http;

namespace Canary.Local.StepFunctions.Api;

/// <summary>Step Functions as clients see it: AWS JSON 1.0 with the target <c>AWSStepFunctions.{Operation}</c>.</summary>
public sealed class StepFunctionsApi(StepFunctionsService service) : IWireService
{
    private readonly TargetedJson _json = new("AWSStepFunctions", "1.0", "states")
    {
        Find = name => StepFunctionsOperations.Find(name) is { } operation ? members => operation(service, members) : null,
        ResourceOf = ResourceOf,
    };

    /// <inheritdoc/>
    public bool Owns(HttpRequest request) => _json.Owns(request);

    /// <inheritdoc/>
    public Task AnswerAsync(HttpContext context) => _json.AnswerAsync(context);

    /// <inheritdoc/>
    public ValueTask<ApiCall> ReadCallAsync(HttpRequest request) => _json.ReadCallAsync(request);

    /// <inheritdoc/>
    public Task RefuseAsync(HttpContext context, AwsException refusal) => _json.RefuseAsync(context, refusal);

    private static string? ResourceOf(JsonObject members)
    {
        var arn = members["executionArn"].AsString() ?? members["stateMachineArn"].AsString()
            ?? members["stateMachineVersionArn"].AsString() ?? members["stateMachineAliasArn"].AsString();
        return arn?.Split(':', 7) is [.., var resource] ? resource : members["name"].AsString();
    }
}
