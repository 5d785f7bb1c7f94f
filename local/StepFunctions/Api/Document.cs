using System.Text.Json.Nodes;
using Canary.Local.StepFunctions.Model;

namespace Canary.Local.StepFunctions.Api;

/// <summary>Writes members as AWS's JSON has them: absent instead of null, dates in seconds.</summary>
internal static class Document
{
    /// <summary>A date as seconds since 1970 with milliseconds.</summary>
    public static JsonNode Date(DateTimeOffset moment) => JsonValue.Create(moment.ToUnixTimeMilliseconds() / 1000m);

    /// <summary>Adds a member unless it is null.</summary>
    public static JsonObject With(this JsonObject document, string name, JsonNode? value)
    {
        if (value is not null) document[name] = value;
        return document;
    }

    /// <summary>A page of a list under its name.</summary>
    public static JsonObject Of<T>(string name, Page<T> page, Func<T, JsonObject> write) =>
        new JsonObject { [name] = new JsonArray([.. page.Items.Select(write)]) }.With("nextToken", page.NextToken);
}
