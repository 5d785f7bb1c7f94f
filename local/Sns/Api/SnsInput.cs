using Canary.Local.Sns.Errors;
using Canary.Local.Sqs.Model;
using Canary.Local.Wire.Protocols;

namespace Canary.Local.Sns.Api;

/// <summary>The members of one request. What an operation does not ask for is refused by name, not ignored.</summary>
internal sealed class SnsInput(string operation, WireMap members)
{
    private readonly HashSet<string> _known = ["Action", "Version"];

    /// <summary>A string, or null where there is none.</summary>
    public string? Text(string name)
    {
        _known.Add(name);
        return members.Text(name);
    }

    /// <summary>A string that must be there.</summary>
    /// <exception cref="Wire.AwsException">ValidationError.</exception>
    public string Required(string name) => Text(name) ?? throw SnsErrors.Missing(char.ToLowerInvariant(name[0]) + name[1..]);

    /// <summary>A map of strings, or null where there is none.</summary>
    public IReadOnlyDictionary<string, string>? Texts(string name) =>
        Entries(name)?.ToDictionary(entry => entry.Text("key") ?? "", entry => entry.Text("value") ?? "");

    /// <summary>What a publisher says besides.</summary>
    public IReadOnlyDictionary<string, MessageAttributeValue>? Attributes(string name) =>
        Entries(name)?.ToDictionary(entry => Named(entry, "Name"), entry =>
    {
        var value = entry.Map("Value") ?? throw SnsErrors.Invalid($"{name} Reason: an attribute has no Value");
        var encoded = value.Text("BinaryValue");
        return new MessageAttributeValue(
            Named(value, "DataType"), value.Text("StringValue"), encoded is null ? null : Bytes(name, encoded));
    });

    /// <summary>To be called when all has been read.</summary>
    /// <exception cref="Wire.AwsException">InvalidParameter: a member is left over.</exception>
    public SnsInput RefuseOthers()
    {
        foreach (var (name, value) in members)
        {
            if (!_known.Contains(name) && value is not FormText { Text: "" })
                throw SnsErrors.NotSupported($"{name} of {operation}: leave it out");
        }
        return this;
    }

    private IEnumerable<WireMap>? Entries(string name)
    {
        _known.Add(name);
        if (members.Find(name) is null or FormText { Text: "" }) return null;
        return members.Map(name)?.Map("entry")?.Select(
            entry => entry.Value as WireMap ?? throw SnsErrors.Invalid($"{name} Reason: an entry is no structure"));
    }

    private static string Named(WireMap map, string member) => map.Text(member)
        ?? throw SnsErrors.Invalid($"MessageAttributes Reason: an attribute has no {member}");

    private static byte[] Bytes(string name, string encoded)
    {
        var bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out var length)
            ? bytes[..length]
            : throw SnsErrors.Invalid($"{name} Reason: BinaryValue is no base64");
    }
}
