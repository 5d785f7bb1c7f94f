using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;
using Amazon.Runtime;

namespace Canary.Calls;

/// <summary>A parsed answer as JSON: what a caller of the client sees, member by member. What is null is left out.</summary>
internal static class Shape
{
    // Of the request that was answered, and not of the answer.
    private static readonly string[] Envelope =
        [nameof(AmazonWebServiceResponse.ResponseMetadata), nameof(AmazonWebServiceResponse.ContentLength)];

    public static JsonNode? Of(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag,
        int or long or double or float => Convert.ToDouble(value, null),
        DateTime => "a time",
        Enum or ConstantClass => value.ToString(),
        Stream => "a stream",
        IDictionary map => new JsonObject(from string key in map.Keys select KeyValuePair.Create(key, Of(map[key]))),
        IEnumerable list => new JsonArray([.. list.Cast<object>().Select(Of)]),
        _ => Members(value),
    };

    private static JsonObject Members(object value) => new(
        from property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where !Envelope.Contains(property.Name)
        let member = Of(property.GetValue(value))
        where member is not null
        select KeyValuePair.Create(property.Name, (JsonNode?)member));
}
