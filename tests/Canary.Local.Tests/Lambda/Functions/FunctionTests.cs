using Canary.Local.Lambda.Model;
using Canary.Local.Wire;

namespace Canary.Local.Tests.Lambda.Functions;

public class FunctionTests
{
    public static TheoryData<string, Func<FunctionDefinition, FunctionDefinition>, string> Refusals => new()
    {
        {
            "ValidationException", definition => definition with { TimeoutSeconds = 0 },
            "1 validation error detected: Value '0' at 'timeout' failed to satisfy constraint: Member must "
            + "have value greater than or equal to 1"
        },
        {
            "ValidationException", definition => definition with { TimeoutSeconds = 901 },
            "1 validation error detected: Value '901' at 'timeout'"
        },
        {
            "ValidationException", definition => definition with { MemoryMb = 127 },
            "1 validation error detected: Value '127' at 'memorySize'"
        },
        {
            "ValidationException", definition => definition with { Role = "boss", MemoryMb = 1 },
            "2 validation errors detected: Value 'boss' at 'role'"
        },
        {
            "ValidationException", definition => definition with { Handler = "two words" },
            "1 validation error detected: Value 'two words' at 'handler'"
        },
        {
            "ValidationException", definition => definition with { Description = new string('x', 257) },
            "1 validation error detected: Value 'xxx"
        },
        {
            "ValidationException", definition => definition with { Architecture = "mips" },
            "1 validation error detected: Value '[mips]' at 'architectures'"
        },
        {
            "InvalidParameterValueException", definition => definition with { Runtime = "python3.13" },
            "Canary.Local's Lambda does not support the runtime 'python3.13'"
        },
        {
            "InvalidParameterValueException", definition => definition with { Runtime = "dotnet10", Handler = "A::B::C" },
            "Canary.Local's Lambda does not support the class library handler 'A::B::C'"
        },
        {
            "InvalidParameterValueException", definition => definition with { DeadLetterTarget = "queue" },
            "The provided target 'queue'"
        },
        {
            "InvalidParameterValueException", definition => Variable(definition, "AWS_REGION", "mars"),
            "Lambda was unable to configure your environment variables because the environment variables you "
            + "have provided contains reserved keys"
        },
        {
            "InvalidParameterValueException", definition => Variable(definition, "BIG", new string('x', 4096)),
            "Lambda was unable to configure your environment variables because the environment variables you "
            + "have provided exceeded the 4KB limit."
        },
        {
            "InvalidParameterValueException", definition => Variable(definition, "CUT", "a\0b"),
            "Lambda was unable to configure your environment variables because the environment variables you have provided "
            + "contains a NUL character in CUT='a\\0b'. Remove it."
        },
        {
            "ValidationException", definition => Variable(definition, "KEY\n", ""),
            "1 validation error detected: Value '{KEY\n=...}'"
        },
        {
            "ValidationException", definition => definition with { Name = "other\n" },
            "1 validation error detected: Value 'other\n' at 'functionName'"
        },
        {
            "ValidationException", definition => definition with { Handler = "any\n" },
            "1 validation error detected: Value 'any\n' at 'handler'"
        },
        {
            "ValidationException", definition => definition with { Role = definition.Role + "\n" },
            "1 validation error detected: Value 'arn:aws:iam::"
        },
        {
            "InvalidParameterValueException", definition =>
                definition with { DeadLetterTarget = "arn:aws:sqs:us-east-1:123456789012:queue\n" },
            "The provided target 'arn:aws:sqs:us-east-1:123456789012:queue\n' is no ARN"
        },
        {
            "ValidationException", definition => Variable(definition, "1ST", ""),
            "1 validation error detected: Value '{1ST=...}' at 'environment.variables'"
        },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Create_DefinitionOutsideTheModel_IsRefused(
        string code, Func<FunctionDefinition, FunctionDefinition> change, string message)
    {
        await using var fixture = new LambdaFixture();
        var refusal = Assert.Throws<AwsException>(() => fixture.Lambda.CreateFunction(change(fixture.Definition("other"))));
        Assert.Equal((400, code), (refusal.StatusCode, refusal.Code));
        Assert.StartsWith(message, refusal.Message, StringComparison.Ordinal);
        Assert.Single(fixture.Lambda.ListFunctions());
    }

    [Fact]
    public async Task Create_NameTwice_Is409()
    {
        await using var fixture = new LambdaFixture();
        var refusal = Assert.Throws<AwsException>(() => fixture.Lambda.CreateFunction(fixture.Definition("shop")));
        Assert.Equal(
            (409, "ResourceConflictException", "Function already exist: shop"),
            (refusal.StatusCode, refusal.Code, refusal.Message));
    }

    [Fact]
    public async Task Create_CodeThatIsNotThere_SaysWhatToDo()
    {
        await using var fixture = new LambdaFixture();
        var missing = Path.Combine(fixture.CodeDirectory, "missing");
        var definition = fixture.Definition("other") with { CodeDirectory = missing };
        var fault = Assert.Throws<DirectoryNotFoundException>(() => fixture.Lambda.CreateFunction(definition));
        Assert.Contains(missing, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_AndPublish_AnswersWithVersionOne()
    {
        await using var fixture = new LambdaFixture();
        var created = fixture.Lambda.CreateFunction(fixture.Definition("other"), publish: true);
        Assert.Equal(("1", "Pending"), (created.Version, created.State));
        Assert.Equal("Active", fixture.Lambda.GetFunctionConfiguration("other", "1").State);
    }

    [Fact]
    public async Task CodeSha256_SameFiles_IsTheSameAnywhere()
    {
        await using var one = new LambdaFixture();
        await using var two = new LambdaFixture();
        Assert.Equal(
            one.Lambda.GetFunctionConfiguration("shop").CodeSha256, two.Lambda.GetFunctionConfiguration("shop").CodeSha256);
    }

    [Fact]
    public async Task Get_ByAlias_ShowsThePrimaryVersionUnderTheAliasArn()
    {
        await using var fixture = new LambdaFixture();
        fixture.Publish();
        fixture.Lambda.CreateAlias("shop", "live", "1");
        var shown = fixture.Lambda.GetFunctionConfiguration("shop", "live");
        Assert.Equal(("1", LambdaFixture.Arn + ":live"), (shown.Version, shown.FunctionArn));
    }

    [Fact]
    public async Task Update_StaleRevision_Is412()
    {
        await using var fixture = new LambdaFixture();
        var stale = fixture.Lambda.GetFunctionConfiguration("shop").RevisionId;
        fixture.Lambda.UpdateFunctionConfiguration("shop", definition => definition with { MemoryMb = 256 }, stale);
        Assert.Equal(
            412,
            Assert.Throws<AwsException>(
                () => fixture.Lambda.UpdateFunctionCode("shop", fixture.CodeDirectory, stale)).StatusCode);
    }

    [Fact]
    public async Task Delete_Function_TakesVersionsAndAliasesWithIt()
    {
        await using var fixture = new LambdaFixture();
        fixture.Publish();
        fixture.Lambda.CreateAlias("shop", "live", "1");
        fixture.Lambda.DeleteFunction("shop");
        Assert.Equal(404, Assert.Throws<AwsException>(() => fixture.Lambda.GetAlias("shop", "live")).StatusCode);
        Assert.Equal(404, Assert.Throws<AwsException>(() => fixture.Lambda.DeleteFunction("shop")).StatusCode);
    }

    [Fact]
    public async Task Delete_Latest_IsRefused()
    {
        await using var fixture = new LambdaFixture();
        var refusal = Assert.Throws<AwsException>(() => fixture.Lambda.DeleteFunction("shop", "$LATEST"));
        Assert.Equal(
            (400, "$LATEST version cannot be deleted without deleting the function."), (refusal.StatusCode, refusal.Message));
    }

    private static FunctionDefinition Variable(FunctionDefinition definition, string name, string value) =>
        definition with { Environment = new Dictionary<string, string> { [name] = value } };
}
