using System.Text;
using Amazon.Lambda;
using Amazon.Lambda.Model;

namespace Canary.Compat.Tests.Aws.Lambda;

public class LambdaFunctionTests
{
    private const string Version = """
        {"FunctionName":"orders","FunctionArn":"arn:aws:lambda:eu-west-1:123456789012:function:orders:8","Runtime":"dotnet10",
         "Role":"arn:aws:iam::123456789012:role/r",
         "Handler":"Orders","CodeSize":3000000000,"Description":"d","Timeout":30,"MemorySize":512,
         "LastModified":"2025-11-23T01:02:03.000+0000",
         "CodeSha256":"abc=","Version":"8","DeadLetterConfig":{"TargetArn":"arn:aws:sqs:eu-west-1:123456789012:q"},
         "Environment":{"Variables":{"A":"1"}},
         "RevisionId":"rev-8","State":"Pending","StateReason":"The function is being created.","StateReasonCode":"Creating",
         "LastUpdateStatus":"Successful","PackageType":"Zip","Architectures":["arm64"],"EphemeralStorage":{"Size":512},
         "SnapStart":{"ApplyOn":"PublishedVersions","OptimizationStatus":"On"},
         "DurableConfig":{"ExecutionTimeout":86400,"RetentionPeriodInDays":14}}
        """;

    [Fact]
    public async Task PublishVersion_Always_SendsWhatIsSetAndReadsTheState()
    {
        await using var service = await FakeService.Playing(Answer.Json(Version, 201));

        var version = await service.Lambda().PublishVersionAsync(
            new PublishVersionRequest { FunctionName = "orders", CodeSha256 = "abc=", RevisionId = "rev-7" });

        Assert.Equal(("POST", "/2015-03-31/functions/orders/versions"), (service.Only.Method, service.Only.Target));
        Assert.Equal("""{"CodeSha256":"abc=","RevisionId":"rev-7"}""", service.Only.Text);
        Assert.Equal("8", version.Version);
        Assert.Equal(State.Pending, version.State);
        Assert.Equal(StateReasonCode.Creating, version.StateReasonCode);
        Assert.Equal(LastUpdateStatus.Successful, version.LastUpdateStatus);
        Assert.Null(version.LastUpdateStatusReasonCode);
        Assert.Equal((3000000000L, 30, 512), (version.CodeSize, version.Timeout, version.MemorySize));
        Assert.Equal(
            ("arn:aws:sqs:eu-west-1:123456789012:q", "1"),
            (version.DeadLetterConfig.TargetArn, version.Environment.Variables["A"]));
        Assert.Equal(["arm64"], version.Architectures);
        Assert.Equal(SnapStartOptimizationStatus.On, version.SnapStart.OptimizationStatus);
        Assert.Equal((86_400, 14), (version.DurableConfig.ExecutionTimeout, version.DurableConfig.RetentionPeriodInDays));
        Assert.Equal((Runtime.Dotnet10, PackageType.Zip), (version.Runtime, version.PackageType));
    }

    [Fact]
    public async Task PublishVersion_NothingSet_SendsAnEmptyObject()
    {
        await using var service = await FakeService.Playing(Answer.Json("{}", 201));

        var version = await service.Lambda().PublishVersionAsync(new PublishVersionRequest { FunctionName = "orders" });

        Assert.Equal("{}", service.Only.Text);
        Assert.Null(version.State);
        Assert.Null(version.Timeout);
        Assert.Null(version.Architectures);
        Assert.Null(version.Environment);
    }

    [Fact]
    public async Task GetFunction_ByItsNameAlone_AsksForLatest()
    {
        await using var service = await FakeService.Playing(Answer.Json("{}"));

        await service.Lambda().GetFunctionAsync("orders", TestContext.Current.CancellationToken);

        Assert.Equal(("GET", "/2015-03-31/functions/orders"), (service.Only.Method, service.Only.Target));
    }

    [Fact]
    public async Task GetFunctionConfiguration_ByItsNameAlone_AsksForLatest()
    {
        await using var service = await FakeService.Playing(Answer.Json("{}"));

        await service.Lambda().GetFunctionConfigurationAsync("orders", TestContext.Current.CancellationToken);

        Assert.Equal(("GET", "/2015-03-31/functions/orders/configuration"), (service.Only.Method, service.Only.Target));
    }

    [Fact]
    public async Task GetFunctionConfiguration_StateOfTomorrow_IsKept()
    {
        await using var service = await FakeService.Playing(Answer.Json("""{"State":"Hibernating"}"""));

        var configuration = await service.Lambda().GetFunctionConfigurationAsync(
            new GetFunctionConfigurationRequest { FunctionName = "orders", Qualifier = "8" });

        Assert.Equal(
            ("GET", "/2015-03-31/functions/orders/configuration?Qualifier=8"),
            (service.Only.Method, service.Only.Target));
        Assert.Equal("Hibernating", configuration.State.Value);
        Assert.NotEqual(State.Active, configuration.State);
    }

    [Fact]
    public async Task GetFunction_Qualified_ReadsConfigurationAndConcurrency()
    {
        await using var service = await FakeService.Playing(Answer.Json(
            $$$"""
            {"Configuration":{{{Version}}},"Code":{"RepositoryType":"S3","Location":"https://x"},
             "Concurrency":{"ReservedConcurrentExecutions":5},"Tags":{"a":"b"}}
            """));

        var function =
            await service.Lambda().GetFunctionAsync(new GetFunctionRequest { FunctionName = "orders", Qualifier = "$LATEST" });

        Assert.Equal(("GET", "/2015-03-31/functions/orders?Qualifier=%24LATEST"), (service.Only.Method, service.Only.Target));
        Assert.Equal(("rev-8", State.Pending), (function.Configuration.RevisionId, function.Configuration.State));
        Assert.Equal(
            ("S3", 5, "b"),
            (function.Code.RepositoryType, function.Concurrency.ReservedConcurrentExecutions, function.Tags["a"]));
    }

    [Fact]
    public async Task CreateFunction_Zip_SendsItAsBase64()
    {
        await using var service = await FakeService.Playing(Answer.Json(Version, 201));

        await service.Lambda().CreateFunctionAsync(new CreateFunctionRequest
        {
            FunctionName = "orders",
            Runtime = Runtime.ProvidedAl2023,
            Role = "arn:aws:iam::123456789012:role/r",
            Handler = "bootstrap",
            Code = new FunctionCode { ZipFile = new MemoryStream([1, 2, 255]) },
            Environment = new Amazon.Lambda.Model.Environment { Variables = new() { ["A"] = "1" } },
            Publish = false,
            Timeout = 0,
        });

        Assert.Equal(("POST", "/2015-03-31/functions"), (service.Only.Method, service.Only.Target));
        Assert.Equal(
            """{"Code":{"ZipFile":"AQL/"},"Environment":{"Variables":"""
            + """{"A":"1"}},"FunctionName":"orders","Handler":"bootstrap","Publish":"""
            + """false,"Role":"arn:aws:iam::123456789012:role/r","Runtime":"provided.al2023","Timeout":0}""",
            service.Only.Text);
    }

    [Fact]
    public async Task UpdateFunctionCode_Zip_SendsIt()
    {
        await using var service = await FakeService.Playing(Answer.Json(Version));

        await service.Lambda().UpdateFunctionCodeAsync(
            new UpdateFunctionCodeRequest { FunctionName = "orders", ZipFile = new MemoryStream([0]), Publish = true });

        Assert.Equal(("PUT", "/2015-03-31/functions/orders/code"), (service.Only.Method, service.Only.Target));
        Assert.Equal("""{"Publish":true,"ZipFile":"AA=="}""", service.Only.Text);
    }

    [Fact]
    public async Task UpdateFunctionConfiguration_Some_SendsOnlyThose()
    {
        await using var service = await FakeService.Playing(Answer.Json(Version));

        await service.Lambda().UpdateFunctionConfigurationAsync(
            new UpdateFunctionConfigurationRequest { FunctionName = "orders", MemorySize = 256, RevisionId = "rev" });

        Assert.Equal(("PUT", "/2015-03-31/functions/orders/configuration"), (service.Only.Method, service.Only.Target));
        Assert.Equal("""{"MemorySize":256,"RevisionId":"rev"}""", service.Only.Text);
    }

    [Fact]
    public async Task ListVersionsByFunction_Paged_ReadsTheVersions()
    {
        await using var service = await FakeService.Playing(Answer.Json($$"""{"Versions":[{{Version}}],"NextMarker":"n"}"""));

        var page = await service.Lambda()
            .ListVersionsByFunctionAsync(new ListVersionsByFunctionRequest { FunctionName = "orders", MaxItems = 1 });

        Assert.Equal(("GET", "/2015-03-31/functions/orders/versions?MaxItems=1"), (service.Only.Method, service.Only.Target));
        Assert.Equal("8", Assert.Single(page.Versions).Version);
        Assert.Equal("n", page.NextMarker);
    }

    [Fact]
    public async Task Invoke_FunctionError_ReadsHeadersAndPayload()
    {
        await using var service = await FakeService.Playing(new Answer(
            200, Encoding.UTF8.GetBytes("""{"errorType":"Boom"}"""),
            ("X-Amz-Executed-Version", "8"),
            ("X-Amz-Function-Error", "Unhandled"),
            ("X-Amz-Log-Result", "bG9n"),
            ("x-amzn-RequestId", "request-1")));

        var answer = await service.Lambda().InvokeAsync(new InvokeRequest
        {
            FunctionName = "orders",
            Qualifier = "live",
            InvocationType = InvocationType.RequestResponse,
            LogType = LogType.Tail,
            Payload = """{"é":1}""",
        });

        Assert.Equal(
            ("POST", "/2015-03-31/functions/orders/invocations?Qualifier=live"),
            (service.Only.Method, service.Only.Target));
        Assert.Equal(
            ("RequestResponse", "Tail"),
            (service.Only.Headers["X-Amz-Invocation-Type"], service.Only.Headers["X-Amz-Log-Type"]));
        Assert.Equal("""{"é":1}""", service.Only.Text);
        Assert.Equal(
            ("8", "Unhandled", "bG9n", 200),
            (answer.ExecutedVersion, answer.FunctionError, answer.LogResult, answer.StatusCode));
        Assert.Equal("""{"errorType":"Boom"}""", Encoding.UTF8.GetString(answer.Payload.ToArray()));
    }

    [Fact]
    public async Task Invoke_Bare_SendsNoOptionalHeaderAndAnswersNullForAbsentOnes()
    {
        await using var service = await FakeService.Playing(new Answer(202, []));

        var answer = await service.Lambda().InvokeAsync(new InvokeRequest { FunctionName = "orders" });

        Assert.Empty(service.Only.Body);
        Assert.DoesNotContain("X-Amz-Invocation-Type", service.Only.Headers.Keys);
        Assert.Null(answer.FunctionError);
        Assert.Null(answer.ExecutedVersion);
        Assert.Equal(202, answer.StatusCode);
    }
}
