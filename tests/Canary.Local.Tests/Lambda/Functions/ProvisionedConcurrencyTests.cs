using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Canary.Local.Lambda.Environments;
using Canary.Local.Tests.Lambda.Api;
using Canary.Local.Wire;
using static Canary.Local.Tests.Lambda.Functions.ProvisionedAlias;

namespace Canary.Local.Tests.Lambda.Functions;

public class ProvisionedConcurrencyTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromMinutes(2);
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("1")]
    [InlineData("live")]
    public async Task Put_OfAVersionOrAnAlias_IsInProgressUntilItIsReady(string qualifier)
    {
        await using var fixture = WithAlias();
        var revision = Revision(fixture, "1");

        var put = fixture.Lambda.PutProvisionedConcurrency("shop", qualifier, 5);
        var during = fixture.Lambda.GetProvisionedConcurrency("shop", qualifier);
        await PassAsync(fixture, Delay);
        var after = fixture.Lambda.GetProvisionedConcurrency("shop", qualifier);

        Assert.Equal(("IN_PROGRESS", 5, 0), (put.Status, put.Requested, put.Allocated));
        Assert.Equal(put, during);
        Assert.Equal(put with { Status = "READY", Allocated = 5 }, after);
        Assert.NotEqual(revision, Revision(fixture, "1"));
        Assert.Equal(
            [$"{LambdaFixture.Arn}:{qualifier}"],
            fixture.Lambda.ListProvisionedConcurrency("shop").Select(one => one.FunctionArn));
    }

    [Fact]
    public async Task Put_AnInitializationThatFails_IsFailedAndSaysWhy()
    {
        await using var fixture = WithAlias();
        fixture.Lambda.SetInitialization("shop", "1", fails: true);

        fixture.Lambda.PutProvisionedConcurrency("shop", "1", 5);
        await PassAsync(fixture, Delay);

        var failed = fixture.Lambda.GetProvisionedConcurrency("shop", "1");
        Assert.Equal(("FAILED", "FUNCTION_ERROR_INIT_FAILURE", 0), (failed.Status, failed.StatusReason, failed.Allocated));
    }

    [Theory]
    [InlineData(
        "$LATEST", 1, 400, "InvalidParameterValueException",
        "Provisioned Concurrency Configs cannot be applied to unpublished function versions.")]
    [InlineData(
        "latest", 1, 400, "InvalidParameterValueException",
        "Provisioned Concurrency Configs cannot be applied to unpublished function versions.")]
    [InlineData(
        "1", 0, 400, "ValidationException",
        "1 validation error detected: Value '0' at 'provisionedConcurrentExecutions' failed to satisfy constraint")]
    [InlineData("10", 1, 404, "ResourceNotFoundException", "Function not found: " + LambdaFixture.Arn + ":10")]
    [InlineData("none", 1, 404, "ResourceNotFoundException", "Cannot find alias arn: " + LambdaFixture.Arn + ":none")]
    [InlineData(
        "weighted", 1, 400, "InvalidParameterValueException", "Alias with weights can not be used with Provisioned Concurrency")]
    [InlineData(
        "1", 1001, 400, "InvalidParameterValueException",
        "Specified ConcurrentExecutions for function is greater than account's unreserved")]
    [InlineData(
        "1", 901, 400, "InvalidParameterValueException",
        "Specified ConcurrentExecutions for function decreases account's Unreserved")]
    public async Task Put_AgainstTheRules_IsRefusedInAwsWords(
        string qualifier, int requested, int status, string code, string message)
    {
        await using var fixture = WithAlias();
        fixture.Lambda.CreateAlias("shop", "weighted", "1", weights: new Dictionary<string, double> { ["2"] = 0.1 });
        fixture.Lambda.CreateAlias("shop", "latest", "$LATEST");

        var refusal = Assert.Throws<AwsException>(() => fixture.Lambda.PutProvisionedConcurrency("shop", qualifier, requested));

        Assert.Equal((status, code), (refusal.StatusCode, refusal.Code));
        Assert.StartsWith(message, refusal.Message, StringComparison.Ordinal);
        Assert.Empty(fixture.Lambda.ListProvisionedConcurrency("shop"));
    }

    [Theory]
    [InlineData("1", "live", "Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version")]
    [InlineData("live", "1", "Version is pointed by a Provisioned Concurrency alias")]
    [InlineData(
        "live", "other", "Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version")]
    public async Task Put_AVersionThatIsProvisionedAlready_IsAConflict(string first, string second, string message)
    {
        await using var fixture = WithAlias();
        fixture.Lambda.CreateAlias("shop", "other", "1");
        fixture.Lambda.PutProvisionedConcurrency("shop", first, 1);

        var refusal = Assert.Throws<AwsException>(() => fixture.Lambda.PutProvisionedConcurrency("shop", second, 1));

        Assert.Equal((409, "ResourceConflictException", message), (refusal.StatusCode, refusal.Code, refusal.Message));
    }

    [Fact]
    public async Task Put_BeyondWhatIsReserved_IsRefusedAndSoIsReservingLess()
    {
        await using var fixture = WithAlias();
        fixture.Lambda.PutFunctionConcurrency("shop", 5);
        fixture.Lambda.PutProvisionedConcurrency("shop", "1", 3);

        var refusal = Assert.Throws<AwsException>(() => fixture.Lambda.PutProvisionedConcurrency("shop", "2", 3));
        Assert.Equal(
            "Requested Provisioned Concurrency should not be greater than the reservedConcurrentExecution for function",
            refusal.Message);
        Assert.Equal(400, Assert.Throws<AwsException>(() => fixture.Lambda.PutFunctionConcurrency("shop", 2)).StatusCode);
        fixture.Lambda.PutProvisionedConcurrency("shop", "1", 5);
    }

    [Fact]
    public async Task Delete_TakesItAwayAndIsNoErrorTwice()
    {
        await using var fixture = WithAlias();
        fixture.Lambda.PutProvisionedConcurrency("shop", "live", 1);
        var revision = Revision(fixture, "1");

        fixture.Lambda.DeleteProvisionedConcurrency("shop", "live");
        fixture.Lambda.DeleteProvisionedConcurrency("shop", "live");

        var refusal = Assert.Throws<AwsException>(() => fixture.Lambda.GetProvisionedConcurrency("shop", "live"));
        Assert.Equal((404, "ProvisionedConcurrencyConfigNotFoundException"), (refusal.StatusCode, refusal.Code));
        Assert.NotEqual(revision, Revision(fixture, "1"));
        Assert.Equal(
            400, Assert.Throws<AwsException>(() => fixture.Lambda.GetProvisionedConcurrency("shop", "$LATEST")).StatusCode);
    }

    [Fact]
    public async Task DeleteAlias_TakesItsProvisionedConcurrencyWithIt()
    {
        await using var fixture = WithAlias();
        fixture.Lambda.PutProvisionedConcurrency("shop", "live", 1);

        fixture.Lambda.DeleteAlias("shop", "live");

        Assert.Empty(fixture.Lambda.ListProvisionedConcurrency("shop"));
    }

    [Fact]
    public async Task Invoke_AllReservedIsProvisioned_ThrottlesTheOtherVersions()
    {
        await using var fixture = await ProvisionedAsync();
        fixture.Lambda.PutFunctionConcurrency("shop", 2);

        foreach (var qualifier in new[] { "2", null })
        {
            var refusal = await Assert.ThrowsAsync<AwsException>(() => fixture.InvokeAsync(qualifier));
            Assert.Equal(
                (429, "ReservedFunctionConcurrentInvocationLimitExceeded"), (refusal.StatusCode, refusal.Members["Reason"]));
        }
        Assert.Equal("\"1\"", await fixture.InvokeAsync("1"));
    }

    [Fact]
    public async Task Invoke_MoreThanIsProvisioned_SpillsOver()
    {
        var environments = new ScriptedEnvironments();
        var release = new TaskCompletionSource<EnvironmentAnswer?>();
        await using var fixture = WithAlias(environments);
        fixture.Lambda.PutProvisionedConcurrency("shop", "live", 2);
        await PassAsync(fixture, Delay);
        environments.Behaviour = (_, _) => release.Task;

        var running = Enumerable.Range(0, 3).Select(_ => fixture.InvokeAsync("live")).ToList();
        release.SetResult(ScriptedEnvironments.Say("1"));
        await Task.WhenAll(running);

        Assert.Equal(2, fixture.Metrics.Sum("ProvisionedConcurrencyInvocations", "FunctionName=shop,Resource=shop:live"));
        Assert.Equal(
            1, fixture.Metrics.Sum("ProvisionedConcurrencySpilloverInvocations", "FunctionName=shop,Resource=shop:live"));
    }

    [Fact]
    public async Task Wire_AllFourOperations_SpeakAsAwsDoes()
    {
        await using var fixture = WithAlias();
        await using var client = await LambdaClient.StartAsync(fixture.Lambda);
        const string Path = "/2019-09-30/functions/shop/provisioned-concurrency";

        using var put = await client.SendAsync("PUT", Path + "?Qualifier=live", """{"ProvisionedConcurrentExecutions":4}""");
        Assert.Equal(
            (202, "IN_PROGRESS"), ((int)put.StatusCode, $"{JsonNode.Parse(await put.Content.ReadAsStringAsync())!["Status"]}"));
        await PassAsync(fixture, Delay);
        Assert.Equal(
            """{"RequestedProvisionedConcurrentExecutions":4,"AvailableProvisionedConcurrentExecutions":4"""
            + ""","AllocatedProvisionedConcurrentExecutions":4,"""
            + "\"Status\":\"READY\",\"LastModified\":\"2026-01-01T12:00:00+0000\"}",
            (await client.JsonAsync("GET", Path + "?Qualifier=live")).ToJsonString(Plain));
        var list = await client.JsonAsync("GET", Path + "?List=ALL");
        Assert.Equal(
            LambdaFixture.Arn + ":live", $"{Assert.Single(list["ProvisionedConcurrencyConfigs"]!.AsArray())!["FunctionArn"]}");
        using var delete = await client.SendAsync("DELETE", Path + "?Qualifier=live");
        using var gone = await client.SendAsync("GET", Path + "?Qualifier=live");
        Assert.Equal((204, 404), ((int)delete.StatusCode, (int)gone.StatusCode));
        Assert.Equal("ProvisionedConcurrencyConfigNotFoundException", gone.Headers.GetValues("x-amzn-ErrorType").Single());
        Assert.Equal(
            """{"Type":"User","message":"No Provisioned Concurrency Config found for this function"}""",
            await gone.Content.ReadAsStringAsync());
    }

    private static string Revision(LambdaFixture fixture, string version) =>
        fixture.Lambda.GetFunctionConfiguration("shop", version).RevisionId;
}
