using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Canary.Local.Tests.Lambda.Api;

/// <summary>What goes over the wire: statuses, headers and documents as an SDK reads them.</summary>
public class LambdaApiTests
{
    private const string Shop = "2015-03-31/functions/shop";

    public static TheoryData<string, string, string?, int, string, string> Refusals => new()
    {
        {
            "GET", "2015-03-31/functions/none", null, 404, "ResourceNotFoundException",
            """{"Type":"User","Message":"Function not found: arn:aws:lambda:us-east-1:123456789012:function:none"}"""
        },
        {
            "GET", Shop + "/aliases/none", null, 404, "ResourceNotFoundException",
            """{"Type":"User","Message":"Cannot find alias arn: arn:aws:lambda:us-east-1:123456789012:function:shop:none"}"""
        },
        {
            "PUT", Shop + "/aliases/live", """{"RevisionId":"old"}""", 412, "PreconditionFailedException",
            """{"Type":"User","message":"The Revision Id provided does not match"""
        },
        {
            "POST", Shop + "/aliases", """{"Name":"live","FunctionVersion":"1"}""", 409, "ResourceConflictException",
            """{"Type":"User","message":"Alias already exists: """
        },
        {
            "POST", Shop + "/aliases", "{}", 400, "ValidationException",
            """{"message":"2 validation errors detected: Value null at 'name' failed to satisfy constraint: """
            + "Member must not be null; Value null"
        },
        {
            "PUT", Shop
                + "/aliases/live", """{"RoutingConfig":{"AdditionalVersionWeights":{"1":1.5}}}""", 400, "ValidationException",
            """{"message":"1 validation error detected: Value '{1=1.5}' at"""
        },
        {
            "PUT", Shop
                + "/aliases/live",
                """{"RoutingConfig":{"AdditionalVersionWeights":{"1":"half"}}}""",
                400,
                "SerializationException",
            """{"message":"1 is \"half\","""
        },
        {
            "PUT", Shop + "/aliases/live", """{"FunctionVersion":1}""", 400, "SerializationException",
            """{"message":"FunctionVersion is 1,"""
        },
        {
            "PUT", Shop + "/aliases/live", "{oops", 400, "SerializationException",
            """{"message":"Could not parse request body into json: """
        },
        {
            "PUT", Shop + "/aliases/live", """{"Colour":"red"}""", 400, "InvalidParameterValueException",
            """{"Type":"User","message":"Canary.Local's Lambda does not support Colour of UpdateAlias"""
        },
        {
            "POST", Shop + "/invocations", "no json", 400, "InvalidRequestContentException",
            """{"Type":"User","message":"Could not parse request body into json: no json"}"""
        },
        {
            "GET", "2020-06-30/functions/shop/code-signing-config", null, 501, "UnsupportedOperationException",
            """{"message":"Canary.Local's Lambda does not support GetFunctionCodeSigningConfig."}"""
        },
        {
            "GET", "2024-08-31/functions/shop/recursion-config", null, 501, "UnsupportedOperationException",
            """{"message":"Canary.Local's Lambda does not support GetFunctionRecursionConfig."}"""
        },
        {
            "GET", Shop + "/policy", null, 404, "ResourceNotFoundException",
            """{"Type":"User","Message":"The resource you requested does not exist."}"""
        },
        {
            "PUT", "2019-09-25/functions/shop/event-invoke-config", "{}", 400, "InvalidParameterValueException",
            """{"Type":"User","message":"You must specify at least one of error handling or destination setting."}"""
        },
        {
            "PUT", "2019-09-25/functions/shop/event-invoke-config", """{"MaximumRetryAttempts":3}""", 400, "ValidationException",
            """{"message":"1 validation error detected: Value '3' at 'maximumRetryAttempts' failed to satisfy constraint: """
        },
        {
            "PATCH", Shop, null, 404, "UnknownOperationException",
            """{"message":"Lambda has no operation PATCH /2015-03-31/functions/shop."}"""
        },
        {
            "GET", Shop + "/versions?MaxItems=0", null, 400, "ValidationException",
            """{"message":"1 validation error detected: Value '0' at 'maxItems'"""
        },
        {
            "GET", Shop + "/versions?Marker=x", null, 400, "InvalidParameterValueException",
            """{"Type":"User","message":"Invalid Marker: x"}"""
        },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Refusal_OnTheWire_HasAwsStatusCodeAndDocument(
        string method, string path, string? body, int status, string code, string document)
    {
        await using var fixture = new LambdaFixture();
        fixture.Publish();
        fixture.Lambda.CreateAlias("shop", "live", "1");
        await using var wire = await LambdaClient.StartAsync(fixture.Lambda);
        using var response = await wire.SendAsync(method, path, body);
        Assert.Equal((status, code), ((int)response.StatusCode, response.Headers.GetValues("x-amzn-ErrorType").Single()));
        Assert.StartsWith(document, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unsigned_Request_IsRefused()
    {
        await using var fixture = new LambdaFixture();
        await using var wire = await LambdaClient.StartAsync(fixture.Lambda);
        using var response = await wire.SendAsync("GET", Shop, signed: false);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("MissingAuthenticationTokenException", response.Headers.GetValues("x-amzn-ErrorType").Single());
        Assert.Equal("""{"message":"Missing Authentication Token"}""", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"AdditionalVersionWeights":{}}""")]
    public async Task UpdateAlias_EmptyRoutingConfig_LeavesNoneInGetAlias(string cleared)
    {
        await using var fixture = new LambdaFixture();
        fixture.Publish();
        fixture.Publish();
        await using var wire = await LambdaClient.StartAsync(fixture.Lambda);
        const string Weighted =
            """{"Name":"live","FunctionVersion":"1","RoutingConfig":{"AdditionalVersionWeights":{"2":0.1}}}""";
        var created = await wire.JsonAsync("POST", Shop + "/aliases", Weighted);
        Assert.Equal("""{"AdditionalVersionWeights":{"2":0.1}}""", created["RoutingConfig"]!.ToJsonString());
        await wire.JsonAsync("PUT", Shop + "/aliases/live", $$$"""{"FunctionVersion":"2","RoutingConfig":{{{cleared}}}}""");
        var alias = await wire.JsonAsync("GET", Shop + "/aliases/live");
        Assert.Equal("2", (string?)alias["FunctionVersion"]);
        Assert.False(alias.ContainsKey("RoutingConfig"));
    }

    [Fact]
    public async Task CreateFunction_FromAZip_HasItsHashAndRunsItsFiles()
    {
        await using var fixture = new LambdaFixture();
        await using var wire = await LambdaClient.StartAsync(fixture.Lambda);
        var zip = Zip("bootstrap", "#!/bin/sh");
        var created = await wire.JsonAsync("POST", "2015-03-31/functions", $$$"""
            {"FunctionName":"zipped","Runtime":"provided.al2023","Handler":"any","Role":"{{{LambdaFixture.Role}}}","Timeout":9,
            "Publish":true,
             "Code":{"ZipFile":"{{{Convert.ToBase64String(zip)}}}"},"Environment":{"Variables":{"KEY":"value"}},
             "TracingConfig":{"Mode":"PassThrough"}}
            """);
        Assert.Equal(("1", "Pending", 9), ((string?)created["Version"], (string?)created["State"], (int)created["Timeout"]!));
        Assert.Equal(
            (Convert.ToBase64String(SHA256.HashData(zip)), zip.Length),
            ((string?)created["CodeSha256"], (int)created["CodeSize"]!));
        var directory = fixture.Lambda.GetFunctionConfiguration("zipped").Definition.CodeDirectory;
        Assert.Equal("#!/bin/sh", await File.ReadAllTextAsync(Path.Combine(directory, "bootstrap")));
        await fixture.Lambda.DisposeAsync();
        Assert.False(Directory.Exists(directory));
    }

    [Fact]
    public async Task Architectures_OfACreationAndOfAnUpdate_AreStoredAndShown()
    {
        await using var fixture = new LambdaFixture();
        await using var wire = await LambdaClient.StartAsync(fixture.Lambda);
        var zip = Convert.ToBase64String(Zip("bootstrap", "#!/bin/sh"));
        var created = await wire.JsonAsync("POST", "2015-03-31/functions", $$$"""
            {"FunctionName":"arm","Runtime":"provided.al2023","Handler":"any","Role":"{{{LambdaFixture.Role}}}",
            "Architectures":["arm64"],
             "Code":{"ZipFile":"{{{zip}}}"}}
            """);
        Assert.Equal("""["arm64"]""", created["Architectures"]!.ToJsonString());

        var updated = await wire.JsonAsync(
            "PUT", "2015-03-31/functions/arm/code", $$"""{"ZipFile":"{{zip}}","Architectures":["x86_64"]}""");
        Assert.Equal("""["x86_64"]""", updated["Architectures"]!.ToJsonString());
        var kept = await wire.JsonAsync("PUT", "2015-03-31/functions/arm/code", $$"""{"ZipFile":"{{zip}}"}""");
        Assert.Equal("""["x86_64"]""", kept["Architectures"]!.ToJsonString());
        using var refused = await wire.SendAsync(
            "PUT", "2015-03-31/functions/arm/code", $$"""{"ZipFile":"{{zip}}","Architectures":["riscv"]}""");
        Assert.Equal("ValidationException", refused.Headers.GetValues("x-amzn-ErrorType").Single());
    }

    [Fact]
    public async Task UpdateFunctionConfiguration_SomeMembers_KeepsTheOthers()
    {
        await using var fixture = new LambdaFixture();
        await using var wire = await LambdaClient.StartAsync(fixture.Lambda);
        await wire.JsonAsync("PUT", Shop + "/configuration", """{"Timeout":7,"Environment":{"Variables":{"KEY":"value"}}}""");
        await wire.JsonAsync("PUT", Shop + "/configuration", """{"MemorySize":256}""");
        var shown = await wire.JsonAsync("GET", Shop + "/configuration");
        Assert.Equal(
            (7, 256, "Successful"), ((int)shown["Timeout"]!, (int)shown["MemorySize"]!, (string?)shown["LastUpdateStatus"]));
        Assert.Equal("value", (string?)shown["Environment"]!["Variables"]!["KEY"]);
    }

    [Fact]
    public async Task ListVersions_InPages_ListsAll()
    {
        await using var fixture = new LambdaFixture();
        for (var i = 0; i < 4; i++) fixture.Publish();
        await using var wire = await LambdaClient.StartAsync(fixture.Lambda);
        var versions = new List<string?>();
        string? marker = null;
        do
        {
            var page = await wire.JsonAsync(
                "GET", $"{Shop}/versions?MaxItems=2" + (marker is null ? "" : $"&Marker={Uri.EscapeDataString(marker)}"));
            versions.AddRange(page["Versions"]!.AsArray().Select(version => (string?)version!["Version"]));
            marker = (string?)page["NextMarker"];
        }
        while (marker is not null);
        Assert.Equal(["$LATEST", "1", "2", "3", "4"], versions);
    }

    [Theory]
    [InlineData("DELETE", Shop + "/aliases/none", 204)]
    [InlineData("DELETE", "2017-10-31/functions/shop/concurrency", 204)]
    [InlineData("DELETE", Shop, 204)]
    [InlineData("GET", "2015-03-31/functions/", 200)]
    [InlineData("GET", "2019-09-30/functions/shop/concurrency", 200)]
    public async Task Verb_OnTheWire_HasItsStatus(string method, string path, int status)
    {
        await using var fixture = new LambdaFixture();
        await using var wire = await LambdaClient.StartAsync(fixture.Lambda);
        using var response = await wire.SendAsync(method, path);
        Assert.Equal(status, (int)response.StatusCode);
    }

    private static byte[] Zip(string name, string content)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry(name).Open();
            entry.Write(Encoding.UTF8.GetBytes(content));
        }
        return bytes.ToArray();
    }
}
