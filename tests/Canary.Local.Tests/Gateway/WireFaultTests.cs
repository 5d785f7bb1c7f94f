using System.Net;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Canary.Local.Clocks;
using Canary.Local.Faults;
using Canary.Local.Lambda;
using Canary.Local.Lambda.Model;
using Canary.Local.Tests.Lambda;

namespace Canary.Local.Tests.Gateway;

/// <summary>Faults as clients of the whole embedded AWS meet them, without their retries.</summary>
public sealed class WireFaultTests : IAsyncLifetime
{
    private static readonly BasicAWSCredentials Anybody = new("local", "local");
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly VirtualClock _clock = new(Start);
    private readonly DirectoryInfo _code = Directory.CreateTempSubdirectory("canary-code-");
    private LocalAws _aws = null!;

    public async ValueTask InitializeAsync()
    {
        _aws = await LocalAws.StartAsync(
            _clock, options: new LocalAwsOptions { Lambda = new LambdaOptions { Environments = new ScriptedEnvironments() } });
        await File.WriteAllTextAsync(Path.Combine(_code.FullName, "bootstrap"), "one");
        _aws.Lambda.CreateFunction(
            new FunctionDefinition("shop", "provided.al2023", "any", _code.FullName) { Role = LambdaFixture.Role },
            publish: true);
        _aws.Lambda.UpdateFunctionConfiguration("shop", definition => definition with { MemoryMb = 256 });
        _aws.Lambda.PublishVersion("shop");
        _aws.Lambda.CreateAlias("shop", "live", "1");
    }

    public async ValueTask DisposeAsync()
    {
        await _aws.DisposeAsync();
        _code.Delete(recursive: true);
    }

    [Fact]
    public async Task UpdateAlias_Throttled_IsTooManyRequestsWithItsReason()
    {
        using var lambda = Lambda();
        Add("lambda:UpdateAlias(shop:live) throttle x1");

        var refusal = await Assert.ThrowsAsync<Amazon.Lambda.Model.TooManyRequestsException>(() => ShiftAsync(lambda));

        Assert.Equal((HttpStatusCode.TooManyRequests, "CallerRateLimitExceeded"), (refusal.StatusCode, refusal.Reason?.Value));
        Assert.Null(_aws.Lambda.GetAlias("shop", "live").Weights);
        await ShiftAsync(lambda);
        Assert.Equal("lambda:UpdateAlias(shop:live)", Assert.Single(_aws.Faults.Strikes).Call.ToString());
    }

    [Theory]
    [InlineData("server-error", 500, "ServiceException")]
    [InlineData("unavailable", 503, "ServiceUnavailableException")]
    [InlineData("access-denied", 403, "AccessDeniedException")]
    [InlineData("expired", 403, "ExpiredTokenException")]
    public async Task GetAlias_Refused_IsLambdasOwnError(string kind, int status, string code)
    {
        using var lambda = Lambda();
        Add($"lambda:GetAlias {kind}");

        var refusal = await Assert.ThrowsAnyAsync<AmazonLambdaException>(
            () => lambda.GetAliasAsync(new GetAliasRequest { FunctionName = "shop", Name = "live" }));

        Assert.Equal((status, code), ((int)refusal.StatusCode, refusal.ErrorCode));
    }

    [Theory]
    [InlineData("throttle", 400, "Throttling")]
    [InlineData("server-error", 500, "InternalServiceError")]
    [InlineData("access-denied", 403, "AccessDenied")]
    public async Task DescribeAlarms_Refused_IsCloudWatchsOwnError(string kind, int status, string code)
    {
        using var cloudWatch = new AmazonCloudWatchClient(Anybody, Config(new AmazonCloudWatchConfig()));
        Add($"cloudwatch:DescribeAlarms(two) {kind}");

        await cloudWatch.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNames = ["one"] });
        var refusal = await Assert.ThrowsAnyAsync<AmazonCloudWatchException>(
            () => cloudWatch.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNames = ["one", "two"] }));

        Assert.Equal((status, code), ((int)refusal.StatusCode, refusal.ErrorCode));
    }

    [Fact]
    public async Task DescribeAlarms_ThrottledInTheQueryProtocol_IsItsXml()
    {
        using var http = new HttpClient { BaseAddress = _aws.Url };
        using var form = new FormUrlEncodedContent([new("Action", "DescribeAlarms"), new("Version", "2010-08-01")]);
        http.DefaultRequestHeaders.TryAddWithoutValidation(
            "Authorization", "AWS4-HMAC-SHA256 Credential=AKID/20260302/us-east-1/monitoring/aws4_request");
        Add("cloudwatch:DescribeAlarms throttle");

        using var response = await http.PostAsync(new Uri("/", UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = await response.Content.ReadAsStringAsync();
        Assert.Contains(
            "<Type>Sender</Type><Code>Throttling</Code><Message>Rate exceeded</Message>", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("throttle", 400, "ThrottlingException")]
    [InlineData("server-error", 500, "InternalFailure")]
    public async Task StartExecution_Refused_IsStepFunctionsOwnError(string kind, int status, string code)
    {
        using var states = new AmazonStepFunctionsClient(Anybody, Config(new AmazonStepFunctionsConfig()));
        var machine = _aws.StepFunctions.CreateStateMachine(
            "wait",
            """{"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":60,"End":true}}}""",
            "arn:aws:iam::123456789012:role/states");
        Add($"states:StartExecution(wait) {kind}");

        var refusal = await Assert.ThrowsAnyAsync<AmazonStepFunctionsException>(
            () => states.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = machine }));

        Assert.Equal((status, code), ((int)refusal.StatusCode, refusal.ErrorCode));
        Assert.Empty(_aws.StepFunctions.ListExecutions(machine).Items);
    }

    [Theory]
    [InlineData("lost-response", true)]
    [InlineData("time-out-after", true)]
    [InlineData("time-out-before", false)]
    [InlineData("connection-refused", false)]
    public async Task UpdateAlias_NoAnswer_HasItsEffectOrNotAndTheConnectionIsCut(string kind, bool shifted)
    {
        using var http = new HttpClient { BaseAddress = _aws.Url };
        using var lambda = Lambda();
        Add($"lambda:UpdateAlias {kind} x2");

        using var shift = new HttpRequestMessage(HttpMethod.Put, "/2015-03-31/functions/shop/aliases/live")
        {
            Content = new StringContent("""{"RoutingConfig":{"AdditionalVersionWeights":{"2":0.1}}}"""),
        };
        shift.Headers.TryAddWithoutValidation(
            "Authorization", "AWS4-HMAC-SHA256 Credential=key/20260101/us-east-1/lambda/aws4_request");
        await Assert.ThrowsAsync<HttpRequestException>(() => http.SendAsync(shift));

        Assert.Equal(shifted, _aws.Lambda.GetAlias("shop", "live").Weights is not null);
        Assert.Single(_aws.Faults.Strikes);
        // The SDK makes one more attempt by itself where a connection breaks, even if it may not retry: this one has no fault to
        // meet.
        await ShiftAsync(lambda);
        Assert.Equal(2, _aws.Faults.Strikes.Count);
    }

    [Fact]
    public async Task UpdateAlias_Slow_AnswersLaterOnTheClock()
    {
        using var lambda = Lambda();
        Add("lambda:UpdateAlias slow 90s");

        var shift = ShiftAsync(lambda);
        // From its effect on the call holds the clock until it sleeps on it.
        while (_aws.Lambda.GetAlias("shop", "live").Weights is null) await Task.Yield();
        await _clock.RunUntilAsync(Start.AddSeconds(89));
        Assert.False(shift.IsCompleted);
        await _clock.RunUntilAsync(Start.AddSeconds(90));

        await shift;
    }

    [Fact]
    public async Task GetAlias_Stale_AnswersAsBeforeTheWrite()
    {
        using var lambda = Lambda();
        Add("lambda:GetAlias stale x1");
        await ShiftAsync(lambda);

        var first = await lambda.GetAliasAsync(new GetAliasRequest { FunctionName = "shop", Name = "live" });
        var second = await lambda.GetAliasAsync(new GetAliasRequest { FunctionName = "shop", Name = "live" });

        Assert.Null(first.RoutingConfig);
        Assert.Equal(0.1, second.RoutingConfig.AdditionalVersionWeights["2"]);
    }

    [Fact]
    public async Task AnyCall_WithAFaultElsewhere_GoesThroughAsEver()
    {
        using var lambda = Lambda();
        Add("lambda:DeleteFunction throttle");

        var answer = await lambda.InvokeAsync(new InvokeRequest { FunctionName = "shop", Qualifier = "live", Payload = "{}" });

        Assert.Equal("1", answer.ExecutedVersion);
        await Assert.ThrowsAsync<Amazon.Lambda.Model.ResourceNotFoundException>(
            () => lambda.GetAliasAsync(new GetAliasRequest { FunctionName = "shop", Name = "none" }));
    }

    private void Add(string fault) =>
        _aws.Faults.Add(Assert.Single(FaultText.Parse([fault], EmulatedCalls.All, new Random(1), [])));

    private AmazonLambdaClient Lambda() => new(Anybody, Config(new AmazonLambdaConfig()));

    private static Task<UpdateAliasResponse> ShiftAsync(AmazonLambdaClient lambda) =>
        lambda.UpdateAliasAsync(new UpdateAliasRequest
        {
            FunctionName = "shop",
            Name = "live",
            RoutingConfig = new AliasRoutingConfiguration { AdditionalVersionWeights = new() { ["2"] = 0.1 } },
        });

    private T Config<T>(T config)
        where T : ClientConfig
    {
        config.ServiceURL = _aws.Url.ToString();
        config.AuthenticationRegion = "us-east-1";
        config.MaxErrorRetry = 0;
        return config;
    }
}
