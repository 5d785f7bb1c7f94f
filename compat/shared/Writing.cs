#nullable enable
namespace Amazon.Compat;

/// <summary>
/// Sends the fields that are not null. An empty collection is sent as empty, as AWSSDK v4 does:
/// that is how `RoutingConfig = new() { AdditionalVersionWeights = new() }` clears an alias's weights.
/// </summary>
internal sealed class Writing(WireWriter writer) : Fields
{
    protected override T? Field<T>(string name, T? value, Kind<T> kind) where T : default
    {
        if (value is not null)
        {
            writer.Key(name);
            kind.Write(writer, value);
        }

        return value;
    }
}
