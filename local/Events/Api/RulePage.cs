using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Canary.Local.Events.Errors;
using Canary.Local.Wire;

namespace Canary.Local.Events.Api;

/// <summary>Cuts lists into pages. The token is the last key seen, so that rules may come and go meanwhile.</summary>
internal static class RulePage
{
    private const int Max = 100;
    private const int TokenLength = 2048;

    /// <summary>The page that a token asks for.</summary>
    /// <exception cref="AwsException">ValidationException.</exception>
    public static JsonObject Of<T>(
        string name, IReadOnlyList<T> all, Func<T, string> key, Func<T, JsonObject> write, int? limit, string? token)
    {
        if (limit is < 1 or > Max)
        {
            var rule = limit < 1 ? "greater than or equal to 1" : $"less than or equal to {Max}";
            throw CommonErrors.Value(
                limit.Value.ToString(CultureInfo.InvariantCulture), "limit", $"Member must have value {rule}");
        }
        if (token is not null) CommonErrors.CheckLength(token, "nextToken", 1, TokenLength);
        var after = token is null ? "" : Read(token);
        var rest = all.Where(item => string.CompareOrdinal(key(item), after) > 0).ToList();
        var page = rest.Take(limit ?? Max).ToList();
        var document = new JsonObject { [name] = new JsonArray([.. page.Select(write)]) };
        if (page.Count < rest.Count) document["NextToken"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(key(page[^1])));
        return document;
    }

    private static string Read(string token)
    {
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw EventsErrors.Validation($"The NextToken '{token}' is none that this operation returned.");
    }
}
