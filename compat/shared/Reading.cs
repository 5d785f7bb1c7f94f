#nullable enable
namespace Amazon.Compat;

/// <summary>Takes fields from a decoded answer. Absent and null are the same: the property stays null.</summary>
internal sealed class Reading(IReadOnlyDictionary<string, object?> members) : Fields
{
    protected override T? Field<T>(string name, T? value, Kind<T> kind) where T : default =>
        members.TryGetValue(name, out var found) && found is not null ? kind.Read(found) : default;
}
