using System.Globalization;
using System.Text.Json.Nodes;
using Canary.Local.Wire;

namespace Canary.Local.Events;

/// <summary>An event as it is on the bus.</summary>
internal sealed class Envelope(TimeProvider clock, AwsAccount account)
{
    /// <summary>Wraps what happened.</summary>
    /// <param name="source">Such as <c>aws.states</c>.</param>
    /// <param name="detailType">What kind of event it is.</param>
    /// <param name="resources">ARNs.</param>
    /// <param name="detail">What happened.</param>
    /// <param name="time">When; null is now.</param>
    public JsonObject Wrap(
        string source, string detailType, IEnumerable<string> resources, JsonObject detail, DateTimeOffset? time = null) =>
        new()
        {
            ["version"] = "0",
            ["id"] = Guid.NewGuid().ToString(),
            ["detail-type"] = detailType,
            ["source"] = source,
            ["account"] = account.Id,
            ["time"] = (time ?? clock.GetUtcNow()).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["region"] = account.Region,
            ["resources"] = new JsonArray([.. resources.Select(resource => JsonValue.Create(resource))]),
            ["detail"] = detail,
        };
}
