using Amazon.Lambda;
using Amazon.Lambda.Model;

namespace Canary.Compat.Tests.Aws.Lambda;

public class LambdaAliasTests
{
    private const string Weighted = """
        {"AliasArn":"arn:aws:lambda:eu-west-1:123456789012:function:orders:live","Name":"live","FunctionVersion":"7",
         "Description":"",
         "RoutingConfig":{"AdditionalVersionWeights":{"8":0.1}},"RevisionId":"rev-1"}
        """;

    private const string Plain = """{"AliasArn":"arn:orders:live","Name":"live","FunctionVersion":"7","RevisionId":"rev-1"}""";

    [Fact]
    public async Task GetAlias_Weighted_ReadsEveryMember()
    {
        await using var service = await FakeService.Playing(Answer.Json(Weighted));

        var alias = await service.Lambda().GetAliasAsync(new GetAliasRequest { FunctionName = "orders", Name = "live" });

        Assert.Equal(("GET", "/2015-03-31/functions/orders/aliases/live"), (service.Only.Method, service.Only.Target));
        Assert.Empty(service.Only.Body);
        Assert.Equal("arn:aws:lambda:eu-west-1:123456789012:function:orders:live", alias.AliasArn);
        Assert.Equal(("live", "7", "", "rev-1"), (alias.Name, alias.FunctionVersion, alias.Description, alias.RevisionId));
        Assert.Equal(new Dictionary<string, double> { ["8"] = 0.1 }, alias.RoutingConfig.AdditionalVersionWeights);
        Assert.Equal("request-1", alias.ResponseMetadata.RequestId);
        Assert.Equal(200, (int)alias.HttpStatusCode);
    }

    [Fact]
    public async Task GetAlias_NotWeighted_RoutingConfigIsNull()
    {
        await using var service = await FakeService.Playing(Answer.Json(Plain));

        var alias = await service.Lambda().GetAliasAsync(new GetAliasRequest { FunctionName = "orders", Name = "live" });

        Assert.Null(alias.RoutingConfig);
        Assert.Null(alias.Description);
    }

    [Fact]
    public async Task GetAlias_EmptyRoutingConfig_WeightsAreNull()
    {
        await using var service =
            await FakeService.Playing(Answer.Json("""{"Name":"live","RoutingConfig":{},"Unknown":[1,{"a":null}]}"""));

        var alias = await service.Lambda().GetAliasAsync(new GetAliasRequest { FunctionName = "orders", Name = "live" });

        Assert.Null(alias.RoutingConfig.AdditionalVersionWeights);
    }

    /// <summary>
    /// Lambda keeps the weights when RoutingConfig is absent and clears them when it is empty.
    /// The official v4 marshaller sends a collection that is set, empty or not, and leaves out one that is null
    /// (`IsSetAdditionalVersionWeights`: not null, unless AWSConfigs.InitializeCollections).
    /// </summary>
    [Theory]
    [InlineData("absent", """{"FunctionVersion":"8","RevisionId":"rev-1"}""")]
    [InlineData("no weights", """{"FunctionVersion":"8","RevisionId":"rev-1","RoutingConfig":{}}""")]
    [InlineData(
        "empty weights", """{"FunctionVersion":"8","RevisionId":"rev-1","RoutingConfig":{"AdditionalVersionWeights":{}}}""")]
    [InlineData(
        "one weight", """{"FunctionVersion":"8","RevisionId":"rev-1","RoutingConfig":{"AdditionalVersionWeights":{"9":0.25}}}""")]
    public async Task UpdateAlias_RoutingConfig_IsSentAsItIsSet(string routing, string body)
    {
        await using var service = await FakeService.Playing(Answer.Json(Plain));
        var request =
            new UpdateAliasRequest { FunctionName = "orders", Name = "live", FunctionVersion = "8", RevisionId = "rev-1" };
        request.RoutingConfig = Routing(routing);

        var alias = await service.Lambda().UpdateAliasAsync(request);

        Assert.Equal(("PUT", "/2015-03-31/functions/orders/aliases/live"), (service.Only.Method, service.Only.Target));
        Assert.Equal("application/json", service.Only.Headers["Content-Type"]);
        Assert.Equal(body, service.Only.Text);
        Assert.Equal("7", alias.FunctionVersion);
    }

    [Fact]
    public async Task CreateAlias_Weighted_SendsNameInTheBody()
    {
        await using var service = await FakeService.Playing(Answer.Json(Weighted, 201));
        var request = new CreateAliasRequest { FunctionName = "orders", Name = "live", FunctionVersion = "7", Description = "a" };
        request.RoutingConfig = Routing("one weight");

        var alias = await service.Lambda().CreateAliasAsync(request);

        Assert.Equal(("POST", "/2015-03-31/functions/orders/aliases"), (service.Only.Method, service.Only.Target));
        Assert.Equal(
            """{"Description":"a","FunctionVersion":"7","Name":"live","RoutingConfig":{"AdditionalVersionWeights":{"9":0.25}}}""",
            service.Only.Text);
        Assert.Equal("rev-1", alias.RevisionId);
    }

    [Fact]
    public async Task DeleteAlias_NoContent_Succeeds()
    {
        await using var service = await FakeService.Playing(new Answer(204, []));

        var answer = await service.Lambda().DeleteAliasAsync(new DeleteAliasRequest { FunctionName = "orders", Name = "live" });

        Assert.Equal(("DELETE", "/2015-03-31/functions/orders/aliases/live"), (service.Only.Method, service.Only.Target));
        Assert.Equal(204, (int)answer.HttpStatusCode);
    }

    [Fact]
    public async Task ListAliases_Paged_SendsTheMarkerAndReadsTheList()
    {
        await using var service = await FakeService.Playing(
            Answer.Json($$"""{"Aliases":[{{Weighted}},{{Plain}}],"NextMarker":"m2"}"""), Answer.Json("{}"));
        var lambda = service.Lambda();

        var page = await lambda.ListAliasesAsync(
            new ListAliasesRequest { FunctionName = "orders", FunctionVersion = "7", Marker = "m1", MaxItems = 2 });
        var last = await lambda.ListAliasesAsync(new ListAliasesRequest { FunctionName = "orders" });

        Assert.Equal("/2015-03-31/functions/orders/aliases?FunctionVersion=7&Marker=m1&MaxItems=2", service.Requests[0].Target);
        Assert.Equal("/2015-03-31/functions/orders/aliases", service.Requests[1].Target);
        Assert.Equal("m2", page.NextMarker);
        Assert.Equal([0.1, null], page.Aliases.Select(alias => alias.RoutingConfig?.AdditionalVersionWeights["8"]));
        Assert.Null(last.Aliases);
        Assert.Null(last.NextMarker);
    }

    [Fact]
    public async Task GetAlias_NameThatNeedsEscaping_IsEscapedOnce()
    {
        await using var service = await FakeService.Playing(Answer.Json(Plain));

        await service.Lambda().GetAliasAsync(
            new GetAliasRequest { FunctionName = "arn:aws:lambda:eu-west-1:123456789012:function:orders", Name = "li ve" });

        Assert.Equal(
            "/2015-03-31/functions/arn%3Aaws%3Alambda%3Aeu-west-1%3A123456789012%3Afunction%3Aorders/aliases/li%20ve",
            service.Only.Target);
    }

    [Fact]
    public async Task GetAlias_WithoutName_IsRefusedBeforeItIsSent()
    {
        await using var service = await FakeService.Playing();

        var refusal = await Assert.ThrowsAsync<AmazonLambdaException>(
            () => service.Lambda().GetAliasAsync(new GetAliasRequest { FunctionName = "orders" }));

        Assert.Equal("Request object does not have required field Name set", refusal.Message);
        Assert.Empty(service.Requests);
    }

    private static AliasRoutingConfiguration? Routing(string kind) => kind switch
    {
        "absent" => null,
        "no weights" => new(),
        "empty weights" => new() { AdditionalVersionWeights = [] },
        _ => new() { AdditionalVersionWeights = new() { ["9"] = 0.25 } },
    };
}
