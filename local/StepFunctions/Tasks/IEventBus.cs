using System.Text.Json.Nodes;
using Canary.Local.Wire;

namespace Canary.Local.StepFunctions.Tasks;

/// <summary>Where Task states put events.</summary>
public interface IEventBus
{
    /// <summary>Does what EventBridge's PutEvents does.</summary>
    /// <param name="entries">As the request has them.</param>
    /// <returns>The answer: <c>Entries</c> and <c>FailedEntryCount</c>.</returns>
    /// <exception cref="AwsException">The request as a whole is refused.</exception>
    JsonObject PutEvents(JsonArray entries);
}
