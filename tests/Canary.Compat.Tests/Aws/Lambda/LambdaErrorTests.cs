using System.Net;
using Amazon.Lambda;
using Amazon.Lambda.Model;

namespace Canary.Compat.Tests.Aws.Lambda;

public class LambdaErrorTests
{
    private static readonly GetAliasRequest s_request = new() { FunctionName = "orders", Name = "live" };

    [Theory]
    [InlineData(412, typeof(PreconditionFailedException))]
    [InlineData(404, typeof(ProvisionedConcurrencyConfigNotFoundException))]
    [InlineData(409, typeof(ResourceConflictException))]
    [InlineData(404, typeof(ResourceNotFoundException))]
    [InlineData(429, typeof(TooManyRequestsException))]
    [InlineData(400, typeof(InvalidParameterValueException))]
    [InlineData(500, typeof(ServiceException))]
    [InlineData(409, typeof(SnapStartNotReadyException))]
    [InlineData(400, typeof(CodeStorageExceededException))]
    public async Task AnyCall_KnownErrorCode_ThrowsItsException(int status, Type type)
    {
        await using var service = await FakeService.Playing(Answer.RestError(status, type.Name, "Because."));

        var fault = await Assert.ThrowsAnyAsync<AmazonLambdaException>(() => service.Lambda().GetAliasAsync(s_request));

        Assert.Equal(type, fault.GetType());
        Assert.Equal(
            (status, type.Name, "Because.", "request-1"),
            ((int)fault.StatusCode, fault.ErrorCode, fault.Message, fault.RequestId));
    }

    [Fact]
    public async Task AnyCall_OtherErrorCode_ThrowsTheGeneralException()
    {
        await using var service =
            await FakeService.Playing(Answer.RestError(403, "AccessDeniedException:http://internal/", "No."));

        var fault = await Assert.ThrowsAsync<AmazonLambdaException>(() => service.Lambda().GetAliasAsync(s_request));

        Assert.Equal(
            (HttpStatusCode.Forbidden, "AccessDeniedException", "No."),
            (fault.StatusCode, fault.ErrorCode, fault.Message));
    }

    [Fact]
    public async Task AnyCall_HtmlFromAProxy_ThrowsTheGeneralException()
    {
        await using var service = await FakeService.Playing(new Answer(502, "<html><body>Bad gateway</body></html>"u8.ToArray()));

        var fault = await Assert.ThrowsAsync<AmazonLambdaException>(() => service.Lambda().GetAliasAsync(s_request));

        Assert.Equal(HttpStatusCode.BadGateway, fault.StatusCode);
    }

    [Fact]
    public async Task AnyCall_Throttled_TellsReasonAndPause()
    {
        await using var service = await FakeService.Playing(Answer.RestError(
            429,
            "TooManyRequestsException",
            "Rate exceeded",
            """  ,"Reason":"CallerRateLimitExceeded" """,
            ("Retry-After", "3")));

        var fault = await Assert.ThrowsAsync<TooManyRequestsException>(() => service.Lambda().GetAliasAsync(s_request));

        Assert.Equal((ThrottleReason.CallerRateLimitExceeded, "3"), (fault.Reason, fault.RetryAfterSeconds));
    }

    [Theory]
    [InlineData(429, "TooManyRequestsException")]
    [InlineData(500, "ServiceException")]
    [InlineData(503, "ServiceUnavailableException")]
    public async Task AnyCall_PassingFault_IsRetriedByThePipeline(int status, string code)
    {
        await using var service =
            await FakeService.Playing(Answer.RestError(status, code, "Later."), Answer.Json("""{"Name":"live"}"""));

        var alias = await service.Lambda(retries: 1).GetAliasAsync(s_request);

        Assert.Equal("live", alias.Name);
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task UpdateAlias_Retried_SendsTheSameBodyAgain()
    {
        await using var service =
            await FakeService.Playing(Answer.RestError(500, "ServiceException", "Later."), Answer.Json("{}"));

        await service.Lambda(retries: 1)
            .UpdateAliasAsync(new UpdateAliasRequest { FunctionName = "orders", Name = "live", FunctionVersion = "8" });

        Assert.Equal(["""{"FunctionVersion":"8"}""", """{"FunctionVersion":"8"}"""], service.Requests.Select(each => each.Text));
    }

    [Fact]
    public async Task AnyCall_RefusedByTheService_IsNotRetried()
    {
        await using var service = await FakeService.Playing(Answer.RestError(412, "PreconditionFailedException", "Stale."));

        await Assert.ThrowsAsync<PreconditionFailedException>(() => service.Lambda(retries: 3).GetAliasAsync(s_request));

        Assert.Single(service.Requests);
    }
}
