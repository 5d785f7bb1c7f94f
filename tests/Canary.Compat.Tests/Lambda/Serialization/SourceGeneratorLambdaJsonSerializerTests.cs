using System.Text;
using System.Text.Json;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Canary.Compat.Tests.Lambda.Serialization;

public class SourceGeneratorLambdaJsonSerializerTests
{
    [Fact]
    public void Serialize_NamesStayAsTheyAreAndNullsAreLeftOut() => Assert.Equal(
        """{"OrderName":"<é & 'x'>","howMany":2,"x-amz-request-id":"r","Bytes":[1,2],"Attachment":"AQI="}""",
        Serialize(
            new SourceGeneratorLambdaJsonSerializer<OrderJson>(),
            new Order("<é & 'x'>", null, 2) { XAmzRequestId = "r", Bytes = [1, 2], Attachment = new MemoryStream([1, 2]) }));

    [Fact]
    public void Serialize_ACustomizedPolicy_NamesAllButWhatIsNamed() => Assert.Equal(
        """{"orderName":"a","howMany":2}""",
        Serialize(new SourceGeneratorLambdaJsonSerializer<OrderJson>(
            options => options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase), new Order("a", null, 2)));

    [Theory]
    [InlineData("""{"OrderName":"a","PlacedAt":"1970-01-01T00:01:30Z","howMany":2,"Bytes":"AQI=","Attachment":"AQI="}""")]
    [InlineData("""{"ordername":"a","placedAt":90,"HOWMANY":2,"bytes":[1,2],"attachment":"AQI=","unknown":{}}""")]
    [InlineData("""{"orderName":"a","placedat":90.0,"howMany":2,"bytes":[1,2],"attachment":"AQI="}""")]
    public void Deserialize_AnyCaseAndEitherFormOfAMoment_IsRead(string json)
    {
        var order = Deserialize<Order>(json);

        Assert.Equal(
            ("a", new DateTime(1970, 1, 1, 0, 1, 30, DateTimeKind.Utc), 2),
            (order.OrderName, order.PlacedAt, order.Count));
        Assert.Equal([1, 2], order.Bytes!);
        Assert.Equal([1, 2], order.Attachment!.ToArray());
    }

    [Fact]
    public void Deserialize_NoJson_NamesTheType()
    {
        var refused = Assert.Throws<JsonSerializerException>(() => Deserialize<Order>("{"));

        Assert.StartsWith(
            $"Error converting the Lambda event JSON payload to type {typeof(Order).FullName}: ",
            refused.Message,
            StringComparison.Ordinal);
        Assert.IsAssignableFrom<JsonException>(refused.InnerException);
    }

    [Fact]
    public void Deserialize_UnquotedText_SaysThatItMustBeQuoted() => Assert.Contains(
        "JSON strings must be quoted",
        Assert.Throws<JsonSerializerException>(() => Deserialize<string>("hello")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Serialize_ATypeThatTheContextLacks_NamesBoth() => Assert.Equal(
        "Error converting the response object of type System.Uri from the Lambda function to JSON: "
            + $"No JsonTypeInfo registered in {typeof(OrderJson).FullName} for type System.Uri.",
        Assert.Throws<JsonSerializerException>(
            () => Serialize(new SourceGeneratorLambdaJsonSerializer<OrderJson>(), new Uri("https://example.org"))).Message);

    private static string Serialize<T>(SourceGeneratorLambdaJsonSerializer<OrderJson> serializer, T value)
    {
        using var output = new MemoryStream();
        serializer.Serialize(value, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static T Deserialize<T>(string json)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return new SourceGeneratorLambdaJsonSerializer<OrderJson>().Deserialize<T>(input);
    }
}
