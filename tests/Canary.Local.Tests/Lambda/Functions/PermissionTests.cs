using Canary.Local.Lambda;
using Canary.Local.Lambda.Model;
using Canary.Local.Wire;

namespace Canary.Local.Tests.Lambda.Functions;

/// <summary>Resource policies, held to what AWS was recorded to answer.</summary>
public sealed class PermissionTests : IAsyncDisposable
{
    private static readonly Grant S3 = new(
        "s3", "lambda:InvokeFunction", "s3.amazonaws.com")
    { SourceArn = "arn:aws:s3:::bucket" };

    private readonly LambdaFixture _fixture = new();
    private readonly LambdaService _lambda;

    public PermissionTests()
    {
        _lambda = _fixture.Lambda;
        _lambda.CreateAlias("shop", "live", _fixture.Publish());
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public void AddPermission_OnAnAlias_RotatesItsRevisionAndNothingElse()
    {
        var before = _lambda.GetAlias("shop", "live");

        var statement = _lambda.AddPermission("shop", "live", S3, before.RevisionId);

        Assert.Equal(
            $$$$"""
            {"Sid":"s3","Effect":"Allow","Principal":{"Service":"s3.amazonaws.com"},"Action":"lambda:InvokeFunction",
            "Resource":"{{{{LambdaFixture.Arn}}}}:live",
            "Condition":{"ArnLike":{"AWS:SourceArn":"arn:aws:s3:::bucket"}}}
            """.ReplaceLineEndings(""),
            statement);
        var after = _lambda.GetAlias("shop", "live");
        Assert.NotEqual(before.RevisionId, after.RevisionId);
        Assert.Equal(before, after with { RevisionId = before.RevisionId });
        Assert.Equal(
            ($$"""{"Version":"2012-10-17","Id":"default","Statement":[{{statement}}]}""", after.RevisionId),
            _lambda.GetPolicy("shop", "live"));
        Refused(412, "PreconditionFailedException",
            "The Revision Id provided does not match the latest Revision Id. Call the GetPolicy API "
            + "to retrieve the latest Revision Id",
            () => _lambda.RemovePermission("shop", "live", "s3", before.RevisionId));
    }

    [Fact]
    public void UpdateAlias_WithTheRevisionBeforeAPermission_IsRefused()
    {
        var before = _lambda.GetAlias("shop", "live").RevisionId;
        _lambda.AddPermission("shop", "live", S3);
        Refused(412, "PreconditionFailedException",
            "The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API "
            + "to retrieve the latest Revision Id",
            () => _lambda.UpdateAlias("shop", "live", new AliasUpdate(Description: "x", RevisionId: before)));
    }

    [Fact]
    public void RemovePermission_OfTheLastStatement_TakesThePolicyAwayAndRotates()
    {
        _lambda.AddPermission("shop:live", null, S3);
        _lambda.AddPermission("shop", "live", S3 with { StatementId = "two" });
        var revision = _lambda.GetAlias("shop", "live").RevisionId;

        _lambda.RemovePermission("shop", "live", "s3", revision);
        Assert.NotEqual(revision, _lambda.GetAlias("shop", "live").RevisionId);
        _lambda.RemovePermission("shop", "live", "two");

        Refused(
            404,
            "ResourceNotFoundException",
            "The resource you requested does not exist.",
            () => _ = _lambda.GetPolicy("shop", "live"));
        Refused(
            404,
            "ResourceNotFoundException",
            "No policy is associated with the given resource.",
            () => _lambda.RemovePermission("shop", "live", "two"));
    }

    [Fact]
    public void AddPermission_OnAFunctionAndAVersion_RotatesTheirs()
    {
        var (latest, one) =
            (_lambda.GetFunctionConfiguration("shop").RevisionId, _lambda.GetFunctionConfiguration("shop", "1").RevisionId);
        _lambda.AddPermission("shop", null, S3, latest);
        Assert.NotEqual(latest, _lambda.GetFunctionConfiguration("shop").RevisionId);
        Assert.Equal(one, _lambda.GetFunctionConfiguration("shop", "1").RevisionId);
        _lambda.AddPermission("shop", "1", S3, one);
        Assert.NotEqual(one, _lambda.GetFunctionConfiguration("shop", "1").RevisionId);
        // What a version is made from does not come with it.
        Refused(
            404,
            "ResourceNotFoundException",
            "The resource you requested does not exist.",
            () => _ = _lambda.GetPolicy("shop", "live"));
    }

    [Theory]
    [InlineData("*", "\"*\"")]
    [InlineData("123456789012", """{"AWS":"arn:aws:iam::123456789012:root"}""")]
    [InlineData("arn:aws:iam::123456789012:user/me", """{"AWS":"arn:aws:iam::123456789012:user/me"}""")]
    public void AddPermission_ForEachKindOfPrincipal_WritesItAsAwsDoes(string principal, string written) =>
        Assert.Contains(
            $"\"Principal\":{written}",
            _lambda.AddPermission("shop", null, S3 with { Principal = principal }),
            StringComparison.Ordinal);

    [Fact]
    public void AddPermission_WithAllConditions_HasThemAll() => Assert.Contains(
        """
        "Condition":{"StringEquals":{"AWS:SourceAccount":"123456789012","lambda:FunctionUrlAuthType":"NONE",
        "aws:PrincipalOrgID":"o-1"},
        "ArnLike":{"AWS:SourceArn":"arn:aws:s3:::bucket"}}
        """.ReplaceLineEndings(""),
        _lambda.AddPermission("shop", null, S3 with
        {
            Action = "lambda:InvokeFunctionUrl",
            SourceAccount = "123456789012",
            FunctionUrlAuthType = "NONE",
            PrincipalOrgId = "o-1",
        }),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(
        400,
        "ValidationException",
        "1 validation error detected: Value 'example.com' at 'statementId' failed to satisfy constraint: "
        + "Member must satisfy regular expression pattern: ([a-zA-Z0-9-_]+)", "shop", null, "example.com", "s3.amazonaws.com")]
    [InlineData(
        400,
        "InvalidParameterValueException",
        "The derived qualifier from the function name does not match the specified qualifier.",
        "shop:live", "1", "s3", "s3.amazonaws.com")]
    [InlineData(
        400,
        "InvalidParameterValueException",
        "We currently do not support adding policies for $LATEST.",
        "shop",
        "$LATEST",
        "s3",
        "s3.amazonaws.com")]
    [InlineData(
        400, "InvalidParameterValueException", "The provided principal was invalid. Please check the principal and try again.",
        "shop", null, "s3", "nobody")]
    [InlineData(
        404, "ResourceNotFoundException", "Cannot find alias arn: arn:aws:lambda:us-east-1:123456789012:function:shop:none",
        "shop", "none", "s3", "s3.amazonaws.com")]
    [InlineData(404, "ResourceNotFoundException", "Function not found: arn:aws:lambda:us-east-1:123456789012:function:shop:42",
        "shop", "42", "s3", "s3.amazonaws.com")]
    [InlineData(
        404, "ResourceNotFoundException", "Function not found: arn:aws:lambda:us-east-1:123456789012:function:shop:with-$-in-it",
        "shop", "with-$-in-it", "s3", "s3.amazonaws.com")]
    [InlineData(404, "ResourceNotFoundException", "Function not found: arn:aws:lambda:us-east-1:123456789012:function:none",
        "none", null, "s3", "s3.amazonaws.com")]
    public void AddPermission_ThatCannotBe_IsRefusedAsRecorded(
        int status, string code, string message, string function, string? qualifier, string id, string principal) =>
        Refused(
            status,
            code,
            message,
            () => _lambda.AddPermission(function, qualifier, new Grant(id, "lambda:InvokeFunction", principal)));

    [Fact]
    public void AddPermission_Twice_IsAConflict()
    {
        _lambda.AddPermission("shop", "live", S3);
        Refused(409, "ResourceConflictException",
            "The statement id (s3) provided already exists. Please provide a new statement id, or remove the existing statement.",
            () => _lambda.AddPermission("shop", "live", S3));
    }

    [Fact]
    public void RemovePermission_OfWhatIsNotThere_IsRefusedAsRecorded()
    {
        Refused(404, "ResourceNotFoundException", "No policy found for: arn:aws:lambda:us-east-1:123456789012:function:none",
            () => _lambda.RemovePermission("none", null, "s3"));
        Refused(
            404, "ResourceNotFoundException", "Cannot find alias arn: arn:aws:lambda:us-east-1:123456789012:function:shop:none",
            () => _lambda.RemovePermission("shop", "none", "s3"));
        _lambda.AddPermission("shop", null, S3);
        Refused(
            404,
            "ResourceNotFoundException",
            "Statement other is not found in resource policy.",
            () => _lambda.RemovePermission("shop", null, "other"));
    }

    private static void Refused(int status, string code, string message, Action deed)
    {
        var refusal = Assert.Throws<AwsException>(deed);
        Assert.Equal((status, code, message), (refusal.StatusCode, refusal.Code, refusal.Message));
    }
}
