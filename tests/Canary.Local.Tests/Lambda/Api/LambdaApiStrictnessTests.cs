namespace Canary.Local.Tests.Lambda.Api;

/// <summary>Requests that are nearly right. None of them may pass, and none may bring the service down.</summary>
public class LambdaApiStrictnessTests
{
    private const string Shop = "2015-03-31/functions/shop";
    private const string Missing = """{"Type":"User","Message":"Function not found: """ + LambdaFixture.Arn;

    public static TheoryData<string, string, string?, int, string, string> Refusals => new()
    {
        {
            "PUT", Shop + "/aliases/live", """{"Description":"\ud800"}""", 400, "SerializationException",
            "Could not parse request body into json: "
        },
        {
            "PUT", Shop + "/aliases/live", """{"\ud800":1}""", 400, "SerializationException",
            "Could not parse request body into json: "
        },
        {
            "PUT", Shop + "/configuration", """{"Environment":{"Variables":{"\udc00":"a"}}}""", 400, "SerializationException",
            "Could not parse request body"
        },
        {
            "PUT", Shop + "/aliases/live", """{"Description":"a","Description":"b"}""", 400, "SerializationException",
            "Could not parse request body"
        },
        {
            "PUT", Shop
                + "/aliases/live",
                """{"RoutingConfig":{"AdditionalVersionWeights":{"2":0.1,"2":0.2}}}""",
                400,
                "SerializationException",
            "Could not parse request body"
        },
        { "GET", Shop + "?Qualifier=01", null, 404, "ResourceNotFoundException", Missing + ":01" },
        { "GET", Shop + "?Qualifier=0", null, 404, "ResourceNotFoundException", Missing + ":0" },
        { "GET", Shop + ":01/configuration", null, 404, "ResourceNotFoundException", Missing + ":01" },
        { "POST", Shop + "/invocations?Qualifier=01", "{}", 404, "ResourceNotFoundException", Missing + ":01" },
        {
            "GET", Shop + "%0A", null, 400, "ValidationException",
            "1 validation error detected: Value 'shop\\n' at 'functionName'"
        },
        {
            "GET", Shop + "?Qualifier=1%0A", null, 400, "ValidationException",
            "1 validation error detected: Value '1\\n' at 'qualifier'"
        },
        {
            "PUT", Shop + "/aliases/live", """{"RoutingConfig":{"Foo":1}}""", 400, "InvalidParameterValueException",
            "Canary.Local's Lambda does not support RoutingConfig.Foo of UpdateAlias with 1."
        },
        {
            "PUT", Shop + "/configuration", """{"Environment":{"Foo":{}}}""", 400, "InvalidParameterValueException",
            "Canary.Local's Lambda does not support Environment.Foo of UpdateFunctionConfiguration with {}."
        },
        {
            "PUT", Shop + "/configuration", """{"DeadLetterConfig":{"Foo":"a"}}""", 400, "InvalidParameterValueException",
            "Canary.Local's Lambda does not support DeadLetterConfig.Foo of UpdateFunctionConfiguration with \\\"a\\\"."
        },
        {
            "GET", Shop + "/versions?MaxItems=abc", null, 400, "ValidationException",
            "1 validation error detected: Value 'abc' at 'maxItems'"
        },
        {
            "GET", Shop + "/versions?MaxItems=99999999999", null, 400, "ValidationException",
            "1 validation error detected: Value '99999999999' at 'maxItems'"
        },
        {
            "PUT", Shop
                + "/configuration", """{"Environment":{"Variables":{"KEY":"\u0000"}}}""", 400, "InvalidParameterValueException",
            "have provided contains a NUL character in KEY="
        },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Request_NearlyRight_IsRefusedAndChangesNothing(
        string method, string path, string? body, int status, string code, string message)
    {
        await using var fixture = new LambdaFixture();
        fixture.Publish();
        var alias = fixture.Lambda.CreateAlias("shop", "live", "1");
        var latest = fixture.Lambda.GetFunctionConfiguration("shop").RevisionId;
        await using var wire = await LambdaClient.StartAsync(fixture.Lambda);
        using var response = await wire.SendAsync(method, path, body);
        Assert.Equal((status, code), ((int)response.StatusCode, response.Headers.GetValues("x-amzn-ErrorType").Single()));
        Assert.Contains(message, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(alias, fixture.Lambda.GetAlias("shop", "live"));
        Assert.Equal(latest, fixture.Lambda.GetFunctionConfiguration("shop").RevisionId);
    }

    [Fact]
    public async Task DeleteFunction_VersionWithALeadingZero_LeavesTheVersion()
    {
        await using var fixture = new LambdaFixture();
        fixture.Publish();
        fixture.Lambda.DeleteFunction("shop", "01");
        Assert.Equal("1", fixture.Lambda.GetFunctionConfiguration("shop", "1").Version);
    }
}
