using Canary.Local.Lambda.Model;
using Canary.Local.Wire;

namespace Canary.Local.Tests.Lambda.Functions;

public class AliasTests
{
    private const string Missing = "Function not found: " + LambdaFixture.Arn;

    public static TheoryData<string, string?, string?, int, string, string> Refusals => new()
    {
        {
            "live", "1", "2=0.5,3=0.1", 400, "InvalidParameterValueException",
            "Number of items in AdditionalVersionWeights cannot be greater than 1"
        },
        {
            "live", "1", "2=2", 400, "ValidationException",
            "1 validation error detected: Value '{2=2.0}' at 'routingConfig.additionalVersionWeights' failed to "
            + "satisfy constraint: Map value must"
        },
        {
            "live", "1", "2=-1", 400, "ValidationException",
            "1 validation error detected: Value '{2=-1.0}' at 'routingConfig.additionalVersionWeights' failed"
        },
        {
            "live", "1", "2=NaN", 400, "ValidationException",
            "1 validation error detected: Value '{2=NaN}' at 'routingConfig.additionalVersionWeights' failed"
        },
        {
            "live", "1", "1=0.5", 400, "InvalidParameterValueException",
            "Invalid function version 1. Function version 1 is already included in routing configuration."
        },
        { "live", "10", null, 404, "ResourceNotFoundException", Missing + ":10" },
        { "live", "1", "10=0.5", 404, "ResourceNotFoundException", Missing + ":10" },
        {
            "live", "$LATEST", "1=0.5", 400, "InvalidParameterValueException",
            "$LATEST is not supported for an alias pointing to more than 1 version"
        },
        {
            "live", "1", "$LATEST=0.5", 400, "ValidationException",
            "1 validation error detected: Value '{$LATEST=0.5}' at 'routingConfig.additionalVersionWeights' failed to "
            + "satisfy constraint: Map keys must"
        },
        {
            "7", "1", null, 400, "ValidationException",
            "1 validation error detected: Value '7' at 'name' failed to satisfy constraint: "
            + "Member must satisfy regular expression"
        },
        { "a b", "1", null, 400, "ValidationException", "1 validation error detected: Value 'a b' at 'name'" },
        { "live\n", "1", null, 400, "ValidationException", "1 validation error detected: Value 'live\n' at 'name'" },
        { "live", "x", null, 400, "ValidationException", "1 validation error detected: Value 'x' at 'functionVersion'" },
        { "taken", "1", null, 409, "ResourceConflictException", "Alias already exists: " + LambdaFixture.Arn + ":taken" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task CreateAlias_AgainstTheRules_IsRefusedInAwsWords(
        string name, string? version, string? weights, int status, string code, string message)
    {
        await using var fixture = WithThreeVersions();
        fixture.Lambda.CreateAlias("shop", "taken", "1");
        var refusal = Assert.Throws<AwsException>(
            () => fixture.Lambda.CreateAlias("shop", name, version!, weights: Weights(weights)));
        AssertRefusal(refusal, status, code, message);
    }

    [Theory]
    [InlineData(
        "1", "2=0.5,3=0.1", 400, "InvalidParameterValueException",
        "Number of items in AdditionalVersionWeights cannot be greater than 1")]
    [InlineData("1", "2=1.01", 400, "ValidationException", "1 validation error detected: Value '{2=1.01}'")]
    [InlineData(
        "1", "1=0.5", 400, "InvalidParameterValueException",
        "Invalid function version 1. Function version 1 is already included")]
    [InlineData("1", "10=0.5", 404, "ResourceNotFoundException", Missing + ":10")]
    [InlineData("10", null, 404, "ResourceNotFoundException", Missing + ":10")]
    [InlineData("03", null, 404, "ResourceNotFoundException", Missing + ":03")]
    [InlineData("0", null, 404, "ResourceNotFoundException", Missing + ":0")]
    [InlineData("1", "03=0.5", 404, "ResourceNotFoundException", Missing + ":03")]
    [InlineData("1\n", null, 400, "ValidationException", "1 validation error detected: Value '1\n' at 'functionVersion'")]
    [InlineData(
        "$LATEST", "1=0.5", 400, "InvalidParameterValueException",
        "$LATEST is not supported for an alias pointing to more than 1 version")]
    [InlineData(
        "2", null, 400, "InvalidParameterValueException", "Invalid function version 2. Function version 2 is already included")]
    public async Task UpdateAlias_AgainstTheRules_IsRefusedAndChangesNothing(
        string? version, string? weights, int status, string code, string message)
    {
        await using var fixture = WithThreeVersions();
        var before = fixture.Lambda.CreateAlias("shop", "live", "1", weights: Weights("2=0.3"));
        var refusal = Assert.Throws<AwsException>(
            () => fixture.Lambda.UpdateAlias("shop", "live", new AliasUpdate(version, Weights: Weights(weights))));
        AssertRefusal(refusal, status, code, message);
        Assert.Equal(before, fixture.Lambda.GetAlias("shop", "live"));
    }

    [Fact]
    public async Task UpdateAlias_StaleRevision_Is412()
    {
        await using var fixture = WithThreeVersions();
        var stale = fixture.Lambda.CreateAlias("shop", "live", "1").RevisionId;
        fixture.Lambda.UpdateAlias("shop", "live", new AliasUpdate());
        var refusal = Assert.Throws<AwsException>(
            () => fixture.Lambda.UpdateAlias("shop", "live", new AliasUpdate("2", RevisionId: stale)));
        AssertRefusal(
            refusal,
            412,
            "PreconditionFailedException",
            "The Revision Id provided does not match the latest Revision Id. Call the GetFunction");
    }

    [Fact]
    public async Task UpdateAlias_WithoutAnyChange_RotatesTheRevisionOnly()
    {
        await using var fixture = WithThreeVersions();
        var before = fixture.Lambda.CreateAlias("shop", "live", "1", "what is live", Weights("2=0.3"));
        var after = fixture.Lambda.UpdateAlias("shop", "live", new AliasUpdate(RevisionId: before.RevisionId));
        Assert.NotEqual(before.RevisionId, after.RevisionId);
        Assert.Equal(before, after with { RevisionId = before.RevisionId });
    }

    [Fact]
    public async Task UpdateAlias_OnlyTheVersion_KeepsDescriptionAndWeights()
    {
        await using var fixture = WithThreeVersions();
        fixture.Lambda.CreateAlias("shop", "live", "1", "what is live", Weights("2=0.3"));
        var after = fixture.Lambda.UpdateAlias("shop", "live", new AliasUpdate("3"));
        Assert.Equal(("3", "what is live", 0.3), (after.FunctionVersion, after.Description, after.Weights!["2"]));
    }

    [Fact]
    public async Task UpdateAlias_EmptyWeights_ClearsTheRouting()
    {
        await using var fixture = WithThreeVersions();
        fixture.Lambda.CreateAlias("shop", "live", "1", weights: Weights("2=0.3"));
        fixture.Lambda.UpdateAlias("shop", "live", new AliasUpdate("2", Weights: new Dictionary<string, double>()));
        var alias = fixture.Lambda.GetAlias("shop", "live");
        Assert.Equal(("2", null), (alias.FunctionVersion, alias.Weights));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task UpdateAlias_WeightAtTheEdge_IsTaken(double weight)
    {
        await using var fixture = WithThreeVersions();
        fixture.Lambda.CreateAlias("shop", "live", "1");
        var change = new AliasUpdate(Weights: new Dictionary<string, double> { ["2"] = weight });
        Assert.Equal(weight, fixture.Lambda.UpdateAlias("shop", "live", change).Weights!["2"]);
    }

    [Fact]
    public async Task UpdateAlias_VersionsOfTwoRoles_IsRefused()
    {
        await using var fixture = WithThreeVersions();
        fixture.Lambda.UpdateFunctionConfiguration("shop", definition => definition with { Role = LambdaFixture.Role + "-2" });
        var other = fixture.Lambda.PublishVersion("shop").Version;
        fixture.Lambda.CreateAlias("shop", "live", "1");
        var refusal = Assert.Throws<AwsException>(
            () => fixture.Lambda.UpdateAlias("shop", "live", new AliasUpdate(Weights: Weights($"{other}=0.1"))));
        AssertRefusal(
            refusal, 400, "InvalidParameterValueException", "Specified versions must be associated with the same execution role");
        Assert.Equal(other, fixture.Lambda.UpdateAlias("shop", "live", new AliasUpdate(other)).FunctionVersion);
    }

    [Fact]
    public async Task UpdateAlias_VersionsOfTwoDeadLetterQueues_IsRefused()
    {
        await using var fixture = WithThreeVersions();
        fixture.Lambda.UpdateFunctionConfiguration(
            "shop", definition => definition with { DeadLetterTarget = "arn:aws:sqs:us-east-1:123456789012:lost" });
        var other = fixture.Lambda.PublishVersion("shop").Version;
        fixture.Lambda.CreateAlias("shop", "live", "1");
        var refusal = Assert.Throws<AwsException>(
            () => fixture.Lambda.UpdateAlias("shop", "live", new AliasUpdate(Weights: Weights($"{other}=0.1"))));
        AssertRefusal(
            refusal,
            400,
            "InvalidParameterValueException",
            "Specified versions must be associated with the same dead-letter queue");
    }

    [Fact]
    public async Task MissingAlias_ByVerb_IsAnsweredAsByAws()
    {
        await using var fixture = WithThreeVersions();
        var get = Assert.Throws<AwsException>(() => fixture.Lambda.GetAlias("shop", "none"));
        AssertRefusal(get, 404, "ResourceNotFoundException", "Cannot find alias arn: " + LambdaFixture.Arn + ":none");
        var update = Assert.Throws<AwsException>(() => fixture.Lambda.UpdateAlias("shop", "none", new AliasUpdate("1")));
        AssertRefusal(update, 404, "ResourceNotFoundException", "Alias not found: " + LambdaFixture.Arn + ":none");
        fixture.Lambda.DeleteAlias("shop", "none");
    }

    [Fact]
    public async Task ListAliases_ByVersion_ListsThoseThatLeadToIt()
    {
        await using var fixture = WithThreeVersions();
        fixture.Lambda.CreateAlias("shop", "live", "1", weights: Weights("2=0.3"));
        fixture.Lambda.CreateAlias("shop", "beta", "2");
        fixture.Lambda.CreateAlias("shop", "next", "$LATEST");
        Assert.Equal(["beta", "live", "next"], fixture.Lambda.ListAliases("shop").Select(alias => alias.Name));
        Assert.Equal(["live"], fixture.Lambda.ListAliases("shop", "1").Select(alias => alias.Name));
    }

    [Fact]
    public async Task DeleteFunction_VersionThatAnAliasUses_IsRefused()
    {
        await using var fixture = WithThreeVersions();
        fixture.Lambda.CreateAlias("shop", "live", "1", weights: Weights("2=0.3"));
        foreach (var used in new[] { "1", "2" })
        {
            var refusal = Assert.Throws<AwsException>(() => fixture.Lambda.DeleteFunction("shop", used));
            AssertRefusal(
                refusal,
                409,
                "ResourceConflictException",
                "Unable to delete version because the following aliases reference it: [live]");
        }
        fixture.Lambda.DeleteFunction("shop", "3");
        Assert.Equal(["$LATEST", "1", "2"], fixture.Lambda.ListVersionsByFunction("shop").Select(version => version.Version));
    }

    private static void AssertRefusal(AwsException refusal, int status, string code, string message)
    {
        Assert.Equal((status, code), (refusal.StatusCode, refusal.Code));
        Assert.StartsWith(message, refusal.Message, StringComparison.Ordinal);
    }

    private static LambdaFixture WithThreeVersions()
    {
        var fixture = new LambdaFixture();
        foreach (var expected in new[] { "1", "2", "3" }) Assert.Equal(expected, fixture.Publish());
        return fixture;
    }

    private static Dictionary<string, double>? Weights(string? text) => text?.Split(',').Select(pair => pair.Split('='))
        .ToDictionary(pair => pair[0], pair => double.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture));
}
