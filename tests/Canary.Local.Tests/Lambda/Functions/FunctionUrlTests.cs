using System.Text.Json.Nodes;
using Canary.Local.Lambda;
using Canary.Local.Lambda.Model;
using Canary.Local.Tests.Lambda.Api;
using Canary.Local.Wire;

namespace Canary.Local.Tests.Lambda.Functions;

/// <summary>Function URLs, held to what AWS was recorded to answer.</summary>
public sealed class FunctionUrlTests : IAsyncDisposable
{
    private const string Alias = @"1 validation error detected: Value '{0}' at 'qualifier' failed to satisfy constraint: "
        + @"Member must satisfy regular expression pattern: ((?!^\d+$)^[0-9a-zA-Z-_]+$)";

    private readonly LambdaFixture _fixture = new();
    private readonly LambdaService _lambda;

    public FunctionUrlTests()
    {
        _lambda = _fixture.Lambda;
        _lambda.CreateAlias("shop", "live", _fixture.Publish());
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task FunctionUrl_OfAnAlias_IsCreatedReadUpdatedListedAndDeleted()
    {
        await using var wire = await LambdaClient.StartAsync(_lambda);

        var created = await AnswerAsync(wire, 201, "POST", "functions/shop/url?Qualifier=live", """{"AuthType":"NONE"}""");
        Assert.Equal(
            ["FunctionUrl", "FunctionArn", "AuthType", "CreationTime"], created!.AsObject().Select(member => member.Key));
        Assert.Equal(($"{LambdaFixture.Arn}:live", "NONE", "2026-01-01T12:00:00.000000Z"),
            ((string)created["FunctionArn"]!, (string)created["AuthType"]!, (string)created["CreationTime"]!));
        var read = await AnswerAsync(wire, 200, "GET", "functions/shop/url?Qualifier=live");
        Assert.Equal(((string)created["FunctionUrl"]!, "BUFFERED"), ((string)read!["FunctionUrl"]!, (string)read["InvokeMode"]!));
        var updated = await AnswerAsync(wire, 200, "PUT", "functions/shop/url?Qualifier=live", """{"AuthType":"AWS_IAM"}""");
        Assert.Equal("AWS_IAM", (string)updated!["AuthType"]!);
        Assert.Single((await AnswerAsync(wire, 200, "GET", "functions/shop/urls"))!["FunctionUrlConfigs"]!.AsArray());
        await AnswerAsync(wire, 204, "DELETE", "functions/shop/url?Qualifier=live");
        var gone = await AnswerAsync(wire, 404, "GET", "functions/shop/url?Qualifier=live");
        Assert.Equal("The resource you requested does not exist.", (string)gone!["Message"]!);
    }

    [Fact]
    public void PublicUrl_OfAnAlias_RotatesTheRevisionByItsPermission()
    {
        var before = _lambda.GetAlias("shop", "live").RevisionId;
        _lambda.CreateFunctionUrl("shop", "live", "NONE");
        Assert.Equal(before, _lambda.GetAlias("shop", "live").RevisionId);

        _lambda.AddPermission(
            "shop",
            "live",
            new Grant("FunctionURLAllowPublicAccess", "lambda:InvokeFunctionUrl", "*") { FunctionUrlAuthType = "NONE" });

        Assert.NotEqual(before, _lambda.GetAlias("shop", "live").RevisionId);
    }

    [Fact]
    public void FunctionUrl_ThatCannotBe_IsRefusedAsRecorded()
    {
        _lambda.CreateFunctionUrl("shop", null, "NONE");
        Refused(409, $"Failed to create function url config for [functionArn = {LambdaFixture.Arn}]. "
            + "Error message:  FunctionUrlConfig exists for this Lambda function",
            () => _lambda.CreateFunctionUrl("shop", null, "NONE"));
        Refused(404, "Function does not exist", () => _lambda.CreateFunctionUrl("none", null, "NONE"));
        Refused(404, "Function does not exist", () => _lambda.UpdateFunctionUrl("shop", "none", "NONE"));
        Refused(404, "Function does not exist", () => _lambda.ListFunctionUrls("none"));
        Refused(404, "The resource you requested does not exist.", () => _lambda.GetFunctionUrl("none"));
        Refused(404, "The resource you requested does not exist.", () => _lambda.DeleteFunctionUrl("shop", "live"));
        Refused(400, Alias.Replace("{0}", "1", StringComparison.Ordinal), () => _lambda.CreateFunctionUrl("shop", "1", "NONE"));
        Refused(400, Alias.Replace("{0}", "$LATEST", StringComparison.Ordinal), () => _lambda.GetFunctionUrl("shop", "$LATEST"));
    }

    private static void Refused(int status, string message, Action deed)
    {
        var refusal = Assert.Throws<AwsException>(deed);
        Assert.Equal((status, message), (refusal.StatusCode, refusal.Message));
    }

    private static async Task<JsonNode?> AnswerAsync(
        LambdaClient wire, int status, string method, string path, string? body = null)
    {
        using var response = await wire.SendAsync(method, $"2021-10-31/{path}", body);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == (int)response.StatusCode, text);
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }
}
