using System.Text.Json.Nodes;
using Canary.StatesLanguage.Json;

namespace Canary.Local.Wire.Protocols;

/// <summary>The members of one request. What an operation does not ask for is refused by name, not ignored.</summary>
internal sealed class Members(string operation, JsonObject members)
{
    private readonly HashSet<string> _known = [];

    /// <summary>A string that must be there.</summary>
    /// <exception cref="AwsException">ValidationException.</exception>
    public string Required(string name) => Text(name) ?? throw CommonErrors.Value(null, name, "Member must not be null");

    /// <summary>A string, or null where there is none.</summary>
    public string? Text(string name) => Read(name, "a string", node => node.AsString());

    /// <summary>A whole number, or null where there is none.</summary>
    public int? Whole(string name) => Read(name, "an integer", node => node.AsWhole());

    /// <summary>True or false, or null where there is neither.</summary>
    public bool? Flag(string name) => Read(name, "a boolean", node => node.AsBoolean());

    /// <summary>A timestamp in seconds since 1970, or null where there is none.</summary>
    public DateTimeOffset? Moment(string name) =>
        Read(name, "a timestamp", node => node.AsDouble() is { } seconds ? Moment(seconds) : null);

    /// <summary>A list of strings, or null where there is none.</summary>
    public IReadOnlyList<string>? Texts(string name) => Read(
        name, "a list of strings", node => node is JsonArray items && items.All(item => item.AsString() is not null)
            ? (IReadOnlyList<string>)[.. items.Select(item => item.AsString()!)]
            : null);

    /// <summary>A list of anything, or null where there is none.</summary>
    public JsonArray? List(string name) => Read(name, "a list", node => node as JsonArray);

    /// <summary>A structure or a map as it is, or null where there is none.</summary>
    public JsonObject? Map(string name) => Read(name, "a structure", node => node as JsonObject);

    /// <summary>A structure, or null where there is none.</summary>
    public Members? Structure(string name) => Map(name) is { } map ? new Members(operation, map) : null;

    /// <summary>A map of strings, or null where there is none.</summary>
    public IReadOnlyDictionary<string, string>? TextMap(string name) => Read(
        name, "a map of strings", node => node is JsonObject map && map.All(one => one.Value.AsString() is not null)
            ? (IReadOnlyDictionary<string, string>)map.ToDictionary(one => one.Key, one => one.Value.AsString()!)
            : null);

    /// <summary>A list of structures, or null where there is none.</summary>
    public IReadOnlyList<Members>? Structures(string name) => Read(
        name, "a list of structures", node => node is JsonArray items && items.All(item => item is JsonObject)
            ? (IReadOnlyList<Members>)[.. items.Select(item => new Members(operation, (JsonObject)item!))]
            : null);

    /// <summary>One of the values of an enumeration, or null where there is none.</summary>
    /// <exception cref="AwsException">ValidationException.</exception>
    public string? OneOf(string name, params string[] values)
    {
        var value = Text(name);
        return value is null || values.Contains(value)
            ? value
            : throw CommonErrors.Value(
                value, name, $"Member must satisfy enum value set in Canary.Local: [{string.Join(", ", values)}]");
    }

    /// <summary>To be called when all has been read.</summary>
    /// <exception cref="AwsException">ValidationException: a member is left over.</exception>
    public void RefuseOthers()
    {
        foreach (var (name, value) in members)
        {
            if (value is not null && !_known.Contains(name))
                throw CommonErrors.NotSupported($"'{name}' of {operation}: leave it out");
        }
    }

    private static DateTimeOffset? Moment(double seconds) =>
        seconds >= DateTimeOffset.MinValue.ToUnixTimeSeconds() && seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : null;

    private T? Read<T>(string name, string expected, Func<JsonNode?, T?> convert)
    {
        _known.Add(name);
        if (members[name] is not { } node) return default;
        if (convert(node) is { } value) return value;
        throw CommonErrors.Serialization($"'{name}' of {operation} must be {expected}, but is {JsonText.Write(node)}");
    }
}
