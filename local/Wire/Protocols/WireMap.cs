using System.Collections;

namespace Canary.Local.Wire.Protocols;

/// <summary>
/// A structure as it crosses the wire, in whichever protocol, its members in order. A value is a string, bool, long, double,
/// DateTimeOffset, WireMap or a list of these; what came in a form is a <see cref="FormText"/>, whose type only the operation
/// knows.
/// </summary>
internal sealed class WireMap : IEnumerable<KeyValuePair<string, object>>
{
    private readonly List<KeyValuePair<string, object>> _members = [];

    /// <summary>Whether its names are data rather than members: XML shows the difference.</summary>
    public bool IsMap { get; init; }

    /// <summary>How many members it has.</summary>
    public int Count => _members.Count;

    /// <summary>Null is left out.</summary>
    public void Add(string name, object? value)
    {
        if (value is not null) _members.Add(new(name, value is int number ? (long)number : value));
    }

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => _members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public object? Find(string name) => _members.Find(member => member.Key == name).Value;

    /// <exception cref="Wire.AwsException">A member with this name is there, but is not supported here.</exception>
    public void Refuse(string operation, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Find(name) is not null and not FormText { Text: "" } and not IReadOnlyList<object> { Count: 0 })
                throw CommonErrors.NotSupported($"{name} in {operation}");
        }
    }
}
