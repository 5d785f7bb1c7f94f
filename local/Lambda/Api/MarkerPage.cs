using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Canary.Local.Lambda.Errors;
using Canary.Local.Wire;

namespace Canary.Local.Lambda.Api;

/// <summary>Cuts a list into Lambda's pages of at most 50, with a marker that clients hand back.</summary>
internal static class MarkerPage
{
    private const int Most = 50;

    /// <summary>Answers one page.</summary>
    /// <param name="request">Its Marker and MaxItems say which.</param>
    /// <param name="member">The list's name.</param>
    /// <param name="items">All there are.</param>
    /// <param name="json">One as a document.</param>
    /// <param name="bound">The most that MaxItems may be in the operation's model.</param>
    public static RestAnswer Of<T>(
        RestRequest request, string member, IReadOnlyList<T> items, Func<T, JsonNode> json, int bound = 10_000)
    {
        var start = Start(request.Query("Marker"));
        var size = Math.Min(Size(request.Query("MaxItems"), bound), Most);
        var body = new JsonObject { [member] = new JsonArray([.. items.Skip(start).Take(size).Select(json)]) };
        if (start + size < items.Count) body["NextMarker"] = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{start + size}"));
        return RestAnswer.Json(200, body);
    }

    private static int Size(string? text, int bound)
    {
        if (text is null) return Most;
        var isWhole = int.TryParse(text, CultureInfo.InvariantCulture, out var size);
        new MemberConstraints().That(isWhole, "maxItems", text, $"Member must be a whole number from 1 to {bound}").ThrowIfAny();
        new MemberConstraints().Range("maxItems", size, 1, bound).ThrowIfAny();
        return size;
    }

    private static int Start(string? marker)
    {
        if (marker is null) return 0;
        var bytes = new byte[marker.Length];
        var text = Convert.TryFromBase64String(marker, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
        if (int.TryParse(text, CultureInfo.InvariantCulture, out var start) && start >= 0) return start;
        throw LambdaErrors.Invalid($"Invalid Marker: {marker}");
    }
}
