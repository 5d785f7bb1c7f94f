using Canary.Local.Wire.Protocols;

namespace Canary.Local.CloudWatch.Api;

/// <summary>Reads a metric's dimensions.</summary>
internal static class DimensionReading
{
    /// <summary>
    /// Names and values, where the member is a list of structures with these two members. An absent one is empty, and so refused
    /// for its length.
    /// </summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Dimensions(this WireMap map) =>
        map.Maps("Dimensions")?.Select(
            dimension => KeyValuePair.Create(dimension.Text("Name") ?? "", dimension.Text("Value") ?? ""))
            .ToList()
            ?? [];
}
