using System.Net;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Canary.Aliases;
using Canary.Errors;
using Canary.Functions.Aws;
using Canary.Functions.Tests.Fakes;

namespace Canary.Functions.Tests.Aws;

/// <summary>An alias as Lambda describes it, and what Lambda's refusals of a change mean.</summary>
public sealed class LambdaAliasesTests
{
    private static readonly AliasWrite Shared = new(new("3", "4", .1), "held");

    [Fact]
    public async Task Find_TrafficIsShared_ReadsTheWeight()
    {
        var routing = new AliasRoutingConfiguration { AdditionalVersionWeights = new() { ["4"] = .1 } };

        Assert.Equal(new Alias(new("3", "4", .1), "r1", "words"), await FindAsync(routing, "words"));
    }

    [Fact]
    public async Task Find_NoWeights_IsSettled()
    {
        AliasRoutingConfiguration?[] none =
            [null, new() { AdditionalVersionWeights = null }, new() { AdditionalVersionWeights = [] }];

        foreach (var routing in none) Assert.Equal(new Alias(new("3"), "r1", "words"), await FindAsync(routing, "words"));
    }

    [Fact]
    public async Task Find_NoDescription_IsEmpty()
    {
        Assert.Equal("", (await FindAsync(null, null))!.Description);
        Assert.Equal("", (await FindAsync(new() { AdditionalVersionWeights = new() { ["4"] = .1 } }, null))!.Description);
    }

    [Fact]
    public async Task Find_NoAlias_IsNull()
    {
        using var lambda = new FakeLambda(NotFound);

        Assert.Null(await new LambdaAliases(lambda).FindAsync("orders", "live"));
    }

    [Fact]
    public async Task Update_ToOneVersion_ClearsTheWeights()
    {
        using var lambda = new FakeLambda(new UpdateAliasResponse { FunctionVersion = "3", RevisionId = "r2" });

        Assert.Equal(
            new Alias(new("3"), "r2"),
            await new LambdaAliases(lambda).UpdateAsync("orders", "live", new(new("3"), ""), "r1"));

        var sent = Assert.IsType<UpdateAliasRequest>(Assert.Single(lambda.Requests));
        Assert.Empty(sent.RoutingConfig.AdditionalVersionWeights);
        Assert.Equal(
            ("orders", "live", "3", "", "r1"),
            (sent.FunctionName, sent.Name, sent.FunctionVersion, sent.Description, sent.RevisionId));
    }

    [Fact]
    public async Task Update_ToTwoVersions_SendsTheWeightUnderTheRevision()
    {
        using var lambda = new FakeLambda(new UpdateAliasResponse { FunctionVersion = "3", RevisionId = "r2" });

        await new LambdaAliases(lambda).UpdateAsync("orders", "live", Shared, "r1");

        var sent = Assert.IsType<UpdateAliasRequest>(Assert.Single(lambda.Requests));
        Assert.Equal(new("4", .1), Assert.Single(sent.RoutingConfig.AdditionalVersionWeights));
        Assert.Equal(("held", "r1"), (sent.Description, sent.RevisionId));
    }

    [Fact]
    public async Task Describe_AWord_SendsTheDescriptionAloneUnderTheRevision()
    {
        using var lambda = new FakeLambda(
            new UpdateAliasResponse { FunctionVersion = "3", RevisionId = "r2", Description = "d" });

        var alias = await new LambdaAliases(lambda).DescribeAsync("orders", "live", "d", "r1");

        Assert.Equal(new Alias(new("3"), "r2", "d"), alias);
        var sent = Assert.IsType<UpdateAliasRequest>(Assert.Single(lambda.Requests));
        Assert.Equal((null, null), (sent.FunctionVersion, sent.RoutingConfig));
        Assert.Equal(("orders", "live", "d", "r1"), (sent.FunctionName, sent.Name, sent.Description, sent.RevisionId));
    }

    [Fact]
    public async Task Update_AnotherRevision_IsNull()
    {
        Exception moved = new PreconditionFailedException(
            "moved", ErrorType.Sender, "PreconditionFailedException", "1", HttpStatusCode.PreconditionFailed);

        Assert.Null(await UpdateAsync(moved));
    }

    [Fact]
    public async Task Update_WhatItNamesIsGone_IsVersionGone() =>
        await Assert.ThrowsAsync<VersionGone>(() => UpdateAsync(NotFound));

    [Fact]
    public async Task Update_LambdaShiftsTheAliasByItself_MayPass() => await Assert.ThrowsAsync<AliasShifting>(
        () => UpdateAsync(Invalid("Invalid alias configuration for Provisioned Concurrency")));

    [Fact]
    public async Task Update_AnyOtherInvalidValue_StaysWhatItIs()
    {
        var fault = Invalid("1 validation error detected");

        Assert.Same(fault, await Assert.ThrowsAsync<InvalidParameterValueException>(() => UpdateAsync(fault)));
    }

    [Fact]
    public async Task Update_AConflict_IsTold()
    {
        await Assert.ThrowsAsync<CallFailed>(() => UpdateAsync(Conflict("The operation cannot be performed at this time.")));
        await Assert.ThrowsAsync<ConcurrencyFailed>(
            () => UpdateAsync(Conflict("Alias can't be used for Provisioned Concurrency configuration")));
    }

    [Fact]
    public async Task Create_ThereIsOne_IsNull()
    {
        using var lambda = new FakeLambda(Conflict("Alias already exists"));

        Assert.Null(await new LambdaAliases(lambda).CreateAsync("orders", "live", Shared));
    }

    [Fact]
    public async Task Create_NoSuchVersion_IsVersionGone()
    {
        using var lambda = new FakeLambda(NotFound);

        await Assert.ThrowsAsync<VersionGone>(() => new LambdaAliases(lambda).CreateAsync("orders", "live", Shared));
    }

    private static ResourceNotFoundException NotFound =>
        new("none", ErrorType.Sender, "ResourceNotFoundException", "1", HttpStatusCode.NotFound);

    private static ResourceConflictException Conflict(string message) =>
        new(message, ErrorType.Sender, "ResourceConflictException", "1", HttpStatusCode.Conflict);

    private static InvalidParameterValueException Invalid(string message) =>
        new(message, ErrorType.Sender, "InvalidParameterValueException", "1", HttpStatusCode.BadRequest);

    private static async Task<Alias?> FindAsync(AliasRoutingConfiguration? routing, string? description)
    {
        using var lambda = new FakeLambda(new GetAliasResponse
        {
            FunctionVersion = "3",
            RevisionId = "r1",
            RoutingConfig = routing,
            Description = description,
        });
        return await new LambdaAliases(lambda).FindAsync("orders", "live");
    }

    private static async Task<Alias?> UpdateAsync(Exception fault)
    {
        using var lambda = new FakeLambda(fault);
        return await new LambdaAliases(lambda).UpdateAsync("orders", "live", Shared, "r1");
    }
}
