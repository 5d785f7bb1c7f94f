using Canary.Local.Lambda.Model;
using Canary.Local.Tests.Lambda.Api;
using Canary.Local.Wire;

namespace Canary.Local.Tests.Lambda.Functions;

/// <summary>States that versions get into: snapshots, idle networks and images, roles of their own.</summary>
public class VersionStateTests
{
    [Fact]
    public async Task PublishVersion_WithSnapStart_IsPendingForTwoMinutes()
    {
        await using var fixture = WithSnapStart();
        var version = fixture.Publish();

        var refusal = await Assert.ThrowsAsync<AwsException>(() => fixture.InvokeAsync(version));
        Assert.Equal((409, "SnapStartNotReadyException"), (refusal.StatusCode, refusal.Code));
        Assert.Equal(409, Assert.Throws<AwsException>(() => fixture.Lambda.CreateAlias("shop", "live", version)).StatusCode);
        Assert.Equal("\"$LATEST\"", await fixture.InvokeAsync());
        await fixture.Clock.RunUntilAsync(fixture.Clock.GetUtcNow().AddMinutes(2));

        Assert.Equal($"\"{version}\"", await fixture.InvokeAsync(version));
        Assert.Equal(
            400, Assert.Throws<AwsException>(() => fixture.Lambda.PutProvisionedConcurrency("shop", version, 1)).StatusCode);
    }

    [Fact]
    public async Task GetFunctionConfiguration_OverTheWire_ShowsSnapStartAndTheNetwork()
    {
        await using var fixture = WithSnapStart();
        await using var client = await LambdaClient.StartAsync(fixture.Lambda);
        await client.JsonAsync(
            "PUT",
            "/2015-03-31/functions/shop/configuration",
            """{"VpcConfig":{"SubnetIds":["subnet-1"],"SecurityGroupIds":["sg-1"]}}""");
        var version = fixture.Publish();
        await fixture.Clock.RunUntilAsync(fixture.Clock.GetUtcNow().AddMinutes(2));

        var published = await client.JsonAsync("GET", $"/2015-03-31/functions/shop/configuration?Qualifier={version}");

        Assert.Equal("""{"ApplyOn":"PublishedVersions","OptimizationStatus":"On"}""", published["SnapStart"]!.ToJsonString());
        Assert.Equal("subnet-1", $"{published["VpcConfig"]!["SubnetIds"]![0]}");
        var latest = await client.JsonAsync(
            "PUT", "/2015-03-31/functions/shop/configuration", """{"SnapStart":{"ApplyOn":"None"}}""");
        Assert.Equal("""{"ApplyOn":"None","OptimizationStatus":"Off"}""", latest["SnapStart"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"SnapStart":{"ApplyOn":"Always"}}""", "ValidationException")]
    [InlineData("""{"VpcConfig":{"SubnetIds":["subnet-1"]}}""", "InvalidParameterValueException")]
    [InlineData(
        """{"VpcConfig":{"SubnetIds":["subnet-1"],"SecurityGroupIds":["sg-1"],"Ipv6AllowedForDualStack":true}}""",
        "InvalidParameterValueException")]
    public async Task UpdateFunctionConfiguration_WhatAwsRefuses_IsRefused(string body, string code)
    {
        await using var fixture = WithSnapStart();
        await using var client = await LambdaClient.StartAsync(fixture.Lambda);

        using var response = await client.SendAsync("PUT", "/2015-03-31/functions/shop/configuration", body);

        Assert.Equal((400, code), ((int)response.StatusCode, response.Headers.GetValues("x-amzn-ErrorType").Single()));
    }

    [Fact]
    public async Task CreateFunction_SnapStartOnAnOsOnlyRuntime_IsRefused()
    {
        await using var fixture = new LambdaFixture();

        var refusal = Assert.Throws<AwsException>(
            () => fixture.Lambda.CreateFunction(fixture.Definition("other") with { SnapStart = true }));

        Assert.Equal((400, "InvalidParameterValueException"), (refusal.StatusCode, refusal.Code));
    }

    [Fact]
    public async Task Invoke_AnInactiveVersion_WakesItForTheNextOne()
    {
        await using var fixture = new LambdaFixture(new FunctionLifecycle(RestoreDelay: TimeSpan.FromMinutes(1)));
        var version = fixture.Publish();
        fixture.Lambda.SetState("shop", version, "Inactive");
        Assert.Equal(("Inactive", "Idle"), State(fixture, version));

        var first = await Assert.ThrowsAsync<AwsException>(() => fixture.InvokeAsync(version));
        var second = await Assert.ThrowsAsync<AwsException>(() => fixture.InvokeAsync(version));
        Assert.Equal((502, "ResourceNotReadyException"), (first.StatusCode, first.Code));
        Assert.Equal((409, "ResourceConflictException"), (second.StatusCode, second.Code));
        Assert.Equal(("Pending", "Restoring"), State(fixture, version));
        await fixture.Clock.RunUntilAsync(fixture.Clock.GetUtcNow().AddMinutes(1));

        Assert.Equal(("Active", null), State(fixture, version));
        Assert.Equal($"\"{version}\"", await fixture.InvokeAsync(version));
    }

    [Fact]
    public async Task SetState_Failed_RefusesAliasesAndInvocationsUntilItIsActive()
    {
        await using var fixture = new LambdaFixture();
        fixture.Publish();
        fixture.Publish();
        fixture.Lambda.CreateAlias("shop", "live", "1");
        fixture.Lambda.SetState("shop", "2", "Failed", "The image is gone.", "ImageDeleted");

        Assert.Equal(
            409, Assert.Throws<AwsException>(() => fixture.Lambda.UpdateAlias("shop", "live", new AliasUpdate("2"))).StatusCode);
        Assert.Equal(409, (await Assert.ThrowsAsync<AwsException>(() => fixture.InvokeAsync("2"))).StatusCode);
        fixture.Lambda.SetState("shop", "2", "Active");

        fixture.Lambda.UpdateAlias("shop", "live", new AliasUpdate("2"));
    }

    [Fact]
    public async Task GetFunctionConfiguration_AnImage_ShowsNoRuntime()
    {
        await using var fixture = new LambdaFixture();
        fixture.Lambda.CreateFunction(fixture.Definition("image") with { IsImage = true });
        await using var client = await LambdaClient.StartAsync(fixture.Lambda);

        var shown = await client.JsonAsync("GET", "/2015-03-31/functions/image/configuration");

        Assert.Equal(("Image", null, null), ($"{shown["PackageType"]}", shown["Runtime"], shown["Handler"]));
    }

    [Fact]
    public async Task GetFunctionConfiguration_RoleAndDeadLetters_AreEachVersionsOwn()
    {
        const string Queue = "arn:aws:sqs:us-east-1:123456789012:lost";
        await using var fixture = new LambdaFixture();
        fixture.Publish();
        fixture.Lambda.UpdateFunctionConfiguration(
            "shop", definition => definition with { Role = LambdaFixture.Role + "-2", DeadLetterTarget = Queue });
        fixture.Publish();

        var first = fixture.Lambda.GetFunctionConfiguration("shop", "1").Definition;
        var second = fixture.Lambda.GetFunctionConfiguration("shop", "2").Definition;

        Assert.Equal((LambdaFixture.Role, null), (first.Role, first.DeadLetterTarget));
        Assert.Equal((LambdaFixture.Role + "-2", Queue), (second.Role, second.DeadLetterTarget));
    }

    [Fact]
    public async Task UpdateAlias_Description_StaysIfOmittedAndClearsIfEmpty()
    {
        await using var fixture = new LambdaFixture();
        fixture.Publish();
        await using var client = await LambdaClient.StartAsync(fixture.Lambda);
        const string Path = "/2015-03-31/functions/shop/aliases";
        await client.JsonAsync("POST", Path, """{"Name":"live","FunctionVersion":"1","Description":"calm"}""");

        var kept = await client.JsonAsync("PUT", Path + "/live", """{"FunctionVersion":"1"}""");
        var cleared = await client.JsonAsync("PUT", Path + "/live", """{"Description":""}""");

        Assert.Equal(("calm", ""), ($"{kept["Description"]}", $"{cleared["Description"]}"));
    }

    private static (string State, string? Code) State(LambdaFixture fixture, string version)
    {
        var shown = fixture.Lambda.GetFunctionConfiguration("shop", version);
        return (shown.State, shown.StateReasonCode);
    }

    private static LambdaFixture WithSnapStart()
    {
        var fixture = new LambdaFixture(runtime: "dotnet10");
        fixture.Lambda.UpdateFunctionConfiguration("shop", definition => definition with { SnapStart = true });
        return fixture;
    }
}
