using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Canary.Local.Tests.Lambda.Api;

/// <summary>Documents as AWS was recorded to answer them.</summary>
public class RecordedDocumentsTests
{
    private const string Functions = "2015-03-31/functions";

    private const string Account = "arn:aws:lambda:us-east-1:123456789012:function:";

    [Theory]
    [InlineData(Functions, "Functions")]
    [InlineData(Functions + "?FunctionVersion=ALL", "Functions")]
    [InlineData(Functions + "/shop/versions", "Versions")]
    public async Task List_Functions_ShowsNoStateOfThem(string path, string member)
    {
        await using var fixture = new LambdaFixture(new(CreateDelay: TimeSpan.FromSeconds(3)));
        await using var wire = await LambdaClient.StartAsync(fixture.Lambda);
        var item = (await wire.JsonAsync("GET", path))[member]!.AsArray().Single()!.AsObject();
        Assert.DoesNotContain(
            item,
            entry => entry.Key.Contains("State", StringComparison.Ordinal)
                || entry.Key.StartsWith("LastUpdate", StringComparison.Ordinal));
        Assert.Equal("shop", (string?)item["FunctionName"]);
        Assert.Equal("Pending", (string?)(await wire.JsonAsync("GET", Functions + "/shop/configuration"))["State"]);
    }

    [Fact]
    public async Task Get_OfAnAlias_ShowsTheConcurrencyOfItsFunction()
    {
        await using var fixture = new LambdaFixture();
        fixture.Publish();
        fixture.Lambda.PutFunctionConcurrency("shop", 5);
        await using var wire = await LambdaClient.StartAsync(fixture.Lambda);
        Assert.Equal(
            5, (int)(await wire.JsonAsync("GET", Functions + "/shop:1"))["Concurrency"]!["ReservedConcurrentExecutions"]!);
    }

    [Fact]
    public async Task Create_AndPublish_AnswersWithTheFunctionsOwnArn()
    {
        await using var fixture = new LambdaFixture();
        await using var wire = await LambdaClient.StartAsync(fixture.Lambda);
        var created = await wire.JsonAsync("POST", Functions, Create("other", ""","Publish":true"""));
        Assert.Equal(("1", Account + "other"), ((string?)created["Version"], (string?)created["FunctionArn"]));
    }

    [Fact]
    public async Task Create_AZipThatUnpacksToTooMuch_IsRefused()
    {
        await using var fixture = new LambdaFixture();
        await using var wire = await LambdaClient.StartAsync(fixture.Lambda);
        var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("zeros", CompressionLevel.Fastest).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 251; i++) entry.Write(zeros);
        }
        await RequireAsync(
            wire, "POST", Functions, Create(
                "other", code: Convert.ToBase64String(zip.ToArray())), 400, "InvalidParameterValueException",
            "Unzipped size must be smaller than 262144000 bytes");
    }

    private static string Create(string name, string more = "", string code = "UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==") =>
        $$$"""
            {"FunctionName":"{{{name}}}","Runtime":"provided.al2023","Handler":"any","Role":"{{{LambdaFixture.Role}}}",
            "Code":{"ZipFile":"{{{code}}}"}{{{more}}}}
            """;

    private static async Task RequireAsync(
        LambdaClient wire, string method, string path, string? body, int status, string code, string message)
    {
        using var response = await wire.SendAsync(method, path, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, $"{method} {path}: {(int)response.StatusCode} {text}");
        var document = JsonNode.Parse(text)!;
        Assert.Equal(
            (code, message),
            (response.Headers.GetValues("x-amzn-ErrorType").Single(), (string?)(document["message"] ?? document["Message"])));
    }
}
