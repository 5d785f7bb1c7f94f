using Canary.Local.Wire;
using Canary.Local.Wire.Protocols;
using Canary.StatesLanguage.Json;
using Microsoft.AspNetCore.Http;

namespace Canary.Local.Events.Api;

/// <summary>EventBridge as clients see it: AWS JSON 1.1 with the target <c>AWSEvents.{Operation}</c>.</summary>
public sealed class EventsApi(EventsService service) : IWireService
{
    private readonly TargetedJson _json = new("AWSEvents", "1.1", "events")
    {
        Find = name => EventsOperations.Find(name) is { } operation ? members => operation(service, members) : null,
        ResourceOf = members => members["Name"].AsString() ?? members["Rule"].AsString(),
    };

    /// <inheritdoc/>
    public bool Owns(HttpRequest request) => _json.Owns(request);

    /// <inheritdoc/>
    public Task AnswerAsync(HttpContext context) => _json.AnswerAsync(context);

    /// <inheritdoc/>
    public ValueTask<ApiCall> ReadCallAsync(HttpRequest request) => _json.ReadCallAsync(request);

    /// <inheritdoc/>
    public Task RefuseAsync(HttpContext context, AwsException refusal) => _json.RefuseAsync(context, refusal);
}
