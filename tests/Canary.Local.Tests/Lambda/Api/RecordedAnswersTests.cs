using System.Text.Json.Nodes;

namespace Canary.Local.Tests.Lambda.Api;

/// <summary>What AWS was recorded to answer, where it is easy to be laxer.</summary>
public class RecordedAnswersTests
{
    private const string Functions = "2015-03-31/functions";
    private const string FunctionsOnly =
        "This operation is permitted on Lambda functions only. Aliases and versions do not support this operation. "
        + "Please specify either a function name or an unqualified function ARN.";

    private const string Head =
        @"(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:)?(\d{12}:)?(function:)?";
    private const string Namespaced = Head + @"([a-zA-Z0-9-_\.]+)(:(\$LATEST(\.PUBLISHED)?|[a-zA-Z0-9-_]+))?";
    private const string Plain = Head + @"([a-zA-Z0-9-_]+)(:(\$LATEST|[a-zA-Z0-9-_]+))?";
    private const string Pattern =
        "' at 'functionName' failed to satisfy constraint: Member must satisfy regular expression pattern: ";
    private const string Account = "arn:aws:lambda:us-east-1:123456789012:function:";
    private static readonly string Long = new('a', 65);
    private static readonly string TooLong = new('a', 129);

    public static TheoryData<string, string, string?> FunctionOnly => new()
    {
        { "PUT", "2017-10-31/functions/{0}/concurrency", """{"ReservedConcurrentExecutions":0}""" },
        { "GET", "2019-09-30/functions/{0}/concurrency", null },
        { "DELETE", "2017-10-31/functions/{0}/concurrency", null },
        { "PUT", Functions + "/{0}/code", """{"ZipFile":"UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA=="}""" },
        { "PUT", Functions + "/{0}/configuration", """{"MemorySize":256}""" },
        { "POST", Functions + "/{0}/versions", "{}" },
        { "GET", Functions + "/{0}/versions", null },
        { "POST", Functions + "/{0}/aliases", """{"Name":"other","FunctionVersion":"1"}""" },
        { "GET", Functions + "/{0}/aliases", null },
        { "GET", Functions + "/{0}/aliases/live", null },
        { "PUT", Functions + "/{0}/aliases/live", """{"Description":"changed"}""" },
        { "DELETE", Functions + "/{0}/aliases/live", null },
        { "GET", "2019-09-30/functions/{0}/provisioned-concurrency?List=ALL", null },
    };

    public static TheoryData<string, string, string?, int, string, string> Refusals => new()
    {
        {
            "POST", Functions, Create(Long), 400, "InvalidParameterValueException",
            Validation($"Value '{Long}' at 'functionName'", Most(64))
        },
        {
            "POST", Functions, Create("shop:" + new string('a', 136)), 400, "ValidationException",
            Validation($"Value 'shop:{new string('a', 136)}' at 'functionName'", Most(140))
        },
        {
            "POST", Functions, Create("my.function"), 400, "ValidationException",
            $"1 validation error detected: Value 'my.function{Pattern}{Plain}"
        },
        {
            "POST", Functions, Create("both", ""","Architectures":["x86_64","arm64"]"""), 400, "ValidationException",
            Validation("Value '[x86_64, arm64]' at 'architectures'", Most(1))
        },
        {
            "POST", Functions, Create(
                "theirs",
                ""","VpcConfig":{"SubnetIds":["bad-subnet"],"SecurityGroupIds":["sg-1"]}"""), 400, "ValidationException",
            Validation(
                "Value '[bad-subnet]' at 'vpcConfig.subnetIds'",
                "Member must satisfy constraint: [Member must have length less than or equal to 1024, Member must have "
                + "length greater than or equal to 0, "
                + "Member must satisfy regular expression pattern: subnet-[0-9a-z]*]")
        },
        {
            "POST", Functions, Create(
                "theirs",
                ""","VpcConfig":{"SubnetIds":["subnet-1"],"SecurityGroupIds":["bad-sg"]}"""), 400, "ValidationException",
            Validation(
                "Value '[bad-sg]' at 'vpcConfig.securityGroupIds'",
                "Member must satisfy constraint: [Member must have length less than or equal to 1024, Member must have "
                + "length greater than or equal to 0, "
                + "Member must satisfy regular expression pattern: sg-[0-9a-zA-Z]*]")
        },
        { "GET", $"{Functions}/{Long}", null, 404, "ResourceNotFoundException", $"Function not found: {Account}{Long}" },
        {
            "GET", $"{Functions}/my.function", null, 404, "ResourceNotFoundException", $"Function not found: {Account}my.function"
        },
        {
            "GET", $"{Functions}/my-function!", null, 400, "ValidationException",
            $"1 validation error detected: Value 'my-function!{Pattern}{Namespaced}"
        },
        {
            "GET", $"{Functions}/shop?Qualifier={TooLong}", null, 400, "ValidationException", Validation(
                $"Value '{TooLong}' at 'qualifier'", Most(128))
        },
        {
            "POST", $"{Functions}/shop/invocations?Qualifier={TooLong}", "{}", 400, "ValidationException",
            Validation($"Value '{TooLong}' at 'qualifier'", Most(128))
        },
        {
            "DELETE", $"{Functions}/a%3Ab%3Ac?Qualifier={TooLong}", null, 400, "ValidationException",
            $"2 validation errors detected: Value '{TooLong}' at 'qualifier' failed to satisfy constraint: {Most(128)}; "
            + $"Value 'a:b:c{Pattern}{Namespaced}"
        },
        {
            "DELETE", $"{Functions}/shop?Qualifier=live", null, 400, "InvalidParameterValueException",
            "Deletion of aliases is not currently supported."
        },
        {
            "DELETE", $"{Functions}/none?Qualifier={Long}", null, 400, "InvalidParameterValueException",
            "Deletion of aliases is not currently supported."
        },
        {
            "DELETE", $"{Functions}/none?Qualifier=7", null, 404, "ResourceNotFoundException",
            $"Function not found: {Account}none"
        },
        {
            "DELETE", $"{Functions}/none?Qualifier=$latest", null, 404, "ResourceNotFoundException",
            $"Function not found: {Account}none"
        },
        {
            "POST", $"{Functions}/none/invocations", "{}", 404, "ResourceNotFoundException",
            $"Function not found: {Account}none:$LATEST"
        },
        {
            "PUT",
            "2017-10-31/functions/none/concurrency",
            """{"ReservedConcurrentExecutions":-1}""",
            404,
            "ResourceNotFoundException",
            $"Function not found: {Account}none:$LATEST"
        },
        {
            "GET", "2019-09-30/functions/none/concurrency", null, 404, "ResourceNotFoundException",
            $"Function not found: {Account}none"
        },
        {
            "GET", "2019-09-30/functions/none/provisioned-concurrency?Qualifier=noalias", null, 404, "ResourceNotFoundException",
            $"Cannot find alias arn: {Account}none:noalias"
        },
        {
            "DELETE", "2019-09-30/functions/none/provisioned-concurrency?Qualifier=1", null, 404, "ResourceNotFoundException",
            $"Function not found: {Account}none:1"
        },
        {
            "GET", "2019-09-30/functions/none/provisioned-concurrency?List=ALL", null, 404, "ResourceNotFoundException",
            $"Function not found: {Account}none"
        },
        {
            "PUT",
            $"{Functions}/shop/aliases/live",
            """{"RoutingConfig":{"AdditionalVersionWeights":{"$LATEST":0.5}}}""",
            400,
            "ValidationException",
            Validation(
                "Value '{$LATEST=0.5}' at 'routingConfig.additionalVersionWeights'",
                "Map keys must satisfy constraint: [Member must have length less than or equal to 1024, "
                + "Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [0-9]+]")
        },
        {
            "GET", $"{Functions}/shop/aliases?MaxItems=0", null, 400, "ValidationException",
            Validation("Value '0' at 'maxItems'", Least(1))
        },
        {
            "GET", $"{Functions}/shop/aliases?MaxItems=10001", null, 400, "ValidationException",
            Validation("Value '10001' at 'maxItems'", AtMost(10_000))
        },
        {
            "GET", $"{Functions}?MaxItems=10001", null, 400, "ValidationException",
            Validation("Value '10001' at 'maxItems'", AtMost(10_000))
        },
        {
            "GET", $"{Functions}/shop/aliases?FunctionVersion=one", null, 400, "ValidationException",
            Validation(
                "Value 'one' at 'functionVersion'",
                @"Member must satisfy regular expression pattern: (\$LATEST(\.PUBLISHED)?|[0-9]+)")
        },
        {
            "GET", "2019-09-25/functions/shop/event-invoke-config/list?MaxItems=51", null, 400, "ValidationException",
            Validation("Value '51' at 'maxItems'", AtMost(50))
        },
        {
            "GET", "2019-09-30/functions/shop/provisioned-concurrency?List=ALL&MaxItems=51", null, 400, "ValidationException",
            Validation("Value '51' at 'maxItems'", AtMost(50))
        },
    };

    [Theory]
    [MemberData(nameof(FunctionOnly))]
    public async Task Request_AVersionOrAliasWhereOnlyAFunctionCanBe_IsRefusedAndChangesNothing(
        string method, string path, string? body)
    {
        await using var fixture = new LambdaFixture();
        fixture.Publish();
        var alias = fixture.Lambda.CreateAlias("shop", "live", "1");
        var latest = fixture.Lambda.GetFunctionConfiguration("shop").RevisionId;
        await using var wire = await LambdaClient.StartAsync(fixture.Lambda);
        string[] names = ["shop:live", "shop:1", "shop:$LATEST", LambdaFixture.Arn + ":live", "123456789012:function:shop:1"];
        foreach (var qualified in names)
        {
            await RequireAsync(
                wire,
                method,
                path.Replace("{0}", qualified, StringComparison.Ordinal),
                body,
                400,
                "InvalidParameterValueException",
                FunctionsOnly);
        }
        Assert.Equal(alias, Assert.Single(fixture.Lambda.ListAliases("shop")));
        Assert.Equal(latest, fixture.Lambda.GetFunctionConfiguration("shop").RevisionId);
        foreach (var plain in new[] { "shop", LambdaFixture.Arn, "123456789012:function:shop" })
        {
            using var response = await wire.SendAsync(method, path.Replace("{0}", plain, StringComparison.Ordinal), body);
            Assert.NotEqual(400, (int)response.StatusCode);
        }
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Request_WhatAwsRefused_IsRefusedInItsWords(
        string method, string path, string? body, int status, string code, string message)
    {
        await using var fixture = new LambdaFixture();
        fixture.Publish();
        fixture.Lambda.CreateAlias("shop", "live", "1");
        await using var wire = await LambdaClient.StartAsync(fixture.Lambda);
        await RequireAsync(wire, method, path, body, status, code, message);
        Assert.Equal(["shop"], fixture.Lambda.ListFunctions().Select(function => function.Definition.Name));
    }

    private static string Create(string name, string more = "", string code = "UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==") => $$$"""
        {"FunctionName":"{{{name}}}","Runtime":"provided.al2023","Handler":"any","Role":"{{{LambdaFixture.Role}}}",
        "Code":{"ZipFile":"{{{code}}}"}{{{more}}}}
        """;

    private static string Validation(string value, string constraint) =>
        $"1 validation error detected: {value} failed to satisfy constraint: {constraint}";

    private static string Most(int length) => $"Member must have length less than or equal to {length}";

    private static string Least(int value) => $"Member must have value greater than or equal to {value}";

    private static string AtMost(int value) => $"Member must have value less than or equal to {value}";

    private static async Task RequireAsync(
        LambdaClient wire, string method, string path, string? body, int status, string code, string message)
    {
        using var response = await wire.SendAsync(method, path, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, $"{method} {path}: {(int)response.StatusCode} {text}");
        var document = JsonNode.Parse(text)!;
        var type = response.Headers.GetValues("x-amzn-ErrorType").Single();
        Assert.Equal((code, message), (type, (string?)(document["message"] ?? document["Message"])));
    }
}
