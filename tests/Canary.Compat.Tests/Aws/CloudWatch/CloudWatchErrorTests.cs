using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;

namespace Canary.Compat.Tests.Aws.CloudWatch;

public class CloudWatchErrorTests
{
    private static readonly DescribeAlarmsRequest s_request = new();

    /// <summary>The shape's name is in the body, the code that callers know in the header of query mode.</summary>
    [Theory]
    [InlineData(404, "ResourceNotFound", "ResourceNotFound", typeof(ResourceNotFoundException))]
    [InlineData(404, "ResourceNotFoundException", "ResourceNotFoundException", typeof(ResourceNotFoundException))]
    [InlineData(400, "InvalidParameterValueException", "InvalidParameterValue", typeof(InvalidParameterValueException))]
    [InlineData(400, "LimitExceededFault", "LimitExceeded", typeof(LimitExceededException))]
    [InlineData(400, "InvalidNextToken", "InvalidNextToken", typeof(InvalidNextTokenException))]
    [InlineData(400, "InvalidFormatFault", "InvalidFormat", typeof(InvalidFormatException))]
    [InlineData(400, "MissingRequiredParameterException", "MissingParameter", typeof(MissingRequiredParameterException))]
    [InlineData(
        400, "InvalidParameterCombinationException", "InvalidParameterCombination", typeof(InvalidParameterCombinationException))]
    [InlineData(500, "InternalServiceFault", "InternalServiceError", typeof(InternalServiceException))]
    public async Task AnyCall_KnownErrorCode_ThrowsItsExceptionWithOrWithoutTheHeader(
        int status, string shape, string code, Type type)
    {
        var sender = status == 500 ? ErrorType.Receiver : ErrorType.Sender;
        await using var service = await FakeService.Playing(
            CloudWatchClients.Error(status, shape, "Because.", ("x-amzn-query-error", $"{code};{sender}")),
            CloudWatchClients.Error(status, shape, "Because."));

        var withHeader =
            await Assert.ThrowsAnyAsync<AmazonCloudWatchException>(() => service.CloudWatch().DescribeAlarmsAsync(s_request));
        var without =
            await Assert.ThrowsAnyAsync<AmazonCloudWatchException>(() => service.CloudWatch().DescribeAlarmsAsync(s_request));

        Assert.Equal((type, type), (withHeader.GetType(), without.GetType()));
        Assert.Equal(
            (status, code, "Because.", "request-1"),
            ((int)withHeader.StatusCode, withHeader.ErrorCode, withHeader.Message, withHeader.RequestId));
        Assert.Equal(sender, withHeader.ErrorType);
        Assert.Equal(shape, without.ErrorCode);
    }

    [Fact]
    public async Task AnyCall_OtherErrorCode_ThrowsTheGeneralException()
    {
        await using var service = await FakeService.Playing(CloudWatchClients.Error(403, "AccessDenied:x", "No."));

        var fault =
            await Assert.ThrowsAsync<AmazonCloudWatchException>(() => service.CloudWatch().DescribeAlarmsAsync(s_request));

        Assert.Equal((403, "AccessDenied", "No."), ((int)fault.StatusCode, fault.ErrorCode, fault.Message));
    }

    [Fact]
    public async Task AnyCall_ErrorThatIsNotCbor_ThrowsTheGeneralException()
    {
        await using var service = await FakeService.Playing(new Answer(502, "<html>"u8.ToArray()));

        var fault =
            await Assert.ThrowsAsync<AmazonCloudWatchException>(() => service.CloudWatch().DescribeAlarmsAsync(s_request));

        Assert.Equal(502, (int)fault.StatusCode);
    }

    [Theory]
    [InlineData(400, "Throttling")]
    [InlineData(400, "ThrottlingException")]
    [InlineData(500, "InternalServiceFault")]
    [InlineData(503, "ServiceUnavailable")]
    public async Task AnyCall_PassingFault_IsRetriedByThePipeline(int status, string code)
    {
        await using var service = await FakeService.Playing(
            CloudWatchClients.Error(status, code, "Later."),
            Answer.Cbor(CborBytes.Map(("NextToken", "t"))));

        var page = await service.CloudWatch(retries: 1).DescribeAlarmsAsync(s_request);

        Assert.Equal("t", page.NextToken);
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task AnyCall_AnswerIsNotCbor_SaysSo()
    {
        await using var service = await FakeService.Playing(Answer.Json("""{"MetricAlarms":[]}"""));

        await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => service.CloudWatch().DescribeAlarmsAsync(s_request));
    }
}
