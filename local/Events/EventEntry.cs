using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Canary.Local.Wire;
using Canary.Local.Wire.Protocols;
using Canary.StatesLanguage.Json;

namespace Canary.Local.Events;

/// <summary>
/// One event of a PutEvents request. Nothing in it is required by the model: what is missing fails this entry and no other.
/// </summary>
internal sealed record EventEntry(
    string? Source, string? DetailType, string? Detail, IReadOnlyList<string> Resources, DateTimeOffset? Time)
{
    private const int DetailTypeLength = 128;

    /// <summary>Bytes, as EventBridge counts them.</summary>
    public int Size => (Time is null ? 0 : 14) + Bytes(Source) + Bytes(DetailType) + Bytes(Detail) + Resources.Sum(Bytes);

    /// <summary>Reads one.</summary>
    /// <exception cref="AwsException">
    /// SerializationException, or ValidationException for what Canary.Local does not support.
    /// </exception>
    public static EventEntry Read(Members members)
    {
        EventsService.CheckBus(members.Text("EventBusName"));
        var entry = new EventEntry(
            members.Text("Source"), members.Text("DetailType"), members.Text("Detail"), members.Texts("Resources")
                ?? [], members.Moment("Time"));
        members.RefuseOthers();
        foreach (var resource in entry.Resources) CommonErrors.CheckLength(resource, "entries.member.resources.member", 0, 2048);
        return entry;
    }

    /// <summary>What is wrong with it, as the answer says it; null for nothing, with what its Detail holds.</summary>
    public JsonObject? Fault(out JsonObject detail)
    {
        detail = [];
        if (string.IsNullOrEmpty(Source)) return Missing("Source");
        if (string.IsNullOrEmpty(DetailType)) return Missing("DetailType");
        if (string.IsNullOrEmpty(Detail)) return Missing("Detail");
        if (Source.StartsWith("aws.", StringComparison.Ordinal))
            return Fault("NotAuthorizedForSourceException", "Not authorized for the source.");
        if (DetailType.Length > DetailTypeLength)
            return Fault(
                "InvalidArgument",
                $"Parameter DetailType is not valid. Reason: DetailType has more than {DetailTypeLength} characters.");
        if (Parse(Detail) is not { } parsed) return Fault("MalformedDetail", "Detail is malformed.");
        detail = parsed;
        return null;
    }

    private static JsonObject? Parse(string detail)
    {
        try
        {
            return JsonText.Parse(detail) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonObject Missing(string name) =>
        Fault("InvalidArgument", $"Parameter {name} is not valid. Reason: {name} is a required argument.");

    private static JsonObject Fault(string code, string message) => new() { ["ErrorCode"] = code, ["ErrorMessage"] = message };

    private static int Bytes(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(text);
}
