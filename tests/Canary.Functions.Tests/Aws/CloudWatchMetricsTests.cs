using System.Net;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using Canary.Functions.Aws;
using Canary.Ports;

namespace Canary.Functions.Tests.Aws;

/// <summary>What a refused question for metrics means: the code says it, and the status does not.</summary>
public sealed class CloudWatchMetricsTests
{
    [Theory]
    [InlineData("AccessDenied", HttpStatusCode.BadRequest)]
    [InlineData("AccessDeniedException", HttpStatusCode.BadRequest)]
    [InlineData("AccessDenied", HttpStatusCode.Forbidden)]
    [InlineData("NotAuthorized", HttpStatusCode.BadRequest)]
    public async Task ReadAsync_ADenial_IsDeniedWhateverItsStatus(string code, HttpStatusCode status) =>
        Assert.Equal(MetricFaultKind.Denied, await KindOfAsync(code, status));

    [Theory]
    [InlineData("ExpiredToken", HttpStatusCode.Forbidden)]
    [InlineData("ExpiredTokenException", HttpStatusCode.BadRequest)]
    [InlineData("InvalidSignatureException", HttpStatusCode.Forbidden)]
    [InlineData("UnrecognizedClientException", HttpStatusCode.BadRequest)]
    [InlineData("InvalidClientTokenId", HttpStatusCode.Forbidden)]
    [InlineData("InternalServiceError", HttpStatusCode.InternalServerError)]
    [InlineData(null, HttpStatusCode.Forbidden)]
    public async Task ReadAsync_AFaultOrBadCredentials_IsUnavailableForTheMoment(string? code, HttpStatusCode status) =>
        Assert.Equal(MetricFaultKind.Unavailable, await KindOfAsync(code, status));

    [Theory]
    [InlineData("Throttling", HttpStatusCode.BadRequest)]
    [InlineData("ThrottlingException", HttpStatusCode.BadRequest)]
    [InlineData("RequestLimitExceeded", HttpStatusCode.BadRequest)]
    [InlineData(null, HttpStatusCode.TooManyRequests)]
    public async Task ReadAsync_TheQuotaIsUsedUp_IsThrottled(string? code, HttpStatusCode status) =>
        Assert.Equal(MetricFaultKind.Throttled, await KindOfAsync(code, status));

    [Theory]
    [InlineData("ValidationError", HttpStatusCode.BadRequest)]
    [InlineData("ValidationException", HttpStatusCode.BadRequest)]
    [InlineData("InvalidParameterValueException", HttpStatusCode.BadRequest)]
    [InlineData("InvalidParameterCombination", HttpStatusCode.BadRequest)]
    [InlineData("MissingRequiredParameterException", HttpStatusCode.BadRequest)]
    [InlineData("InvalidFormat", HttpStatusCode.BadRequest)]
    [InlineData("InvalidFormatFault", HttpStatusCode.BadRequest)]
    [InlineData("SerializationException", HttpStatusCode.BadRequest)]
    [InlineData("InvalidParameterValue", HttpStatusCode.BadRequest)]
    [InlineData("InvalidParameterCombinationException", HttpStatusCode.BadRequest)]
    [InlineData("MissingParameter", HttpStatusCode.BadRequest)]
    public async Task ReadAsync_AQuestionThatMakesNoSense_IsInvalid(string code, HttpStatusCode status) =>
        Assert.Equal(MetricFaultKind.Invalid, await KindOfAsync(code, status));

    private static async Task<MetricFaultKind?> KindOfAsync(string? code, HttpStatusCode status)
    {
        using var cloudWatch = new Refusing(new AmazonCloudWatchException("no", ErrorType.Sender, code, "1", status));

        var reading = await new CloudWatchMetrics(cloudWatch).ReadAsync(new([], default, default));

        return reading.Fault?.Kind;
    }

    private sealed class Refusing(AmazonCloudWatchException fault)
        : AmazonCloudWatchClient(new AnonymousAWSCredentials(), new AmazonCloudWatchConfig { ServiceURL = "http://localhost" })
    {
        public override Task<GetMetricDataResponse> GetMetricDataAsync(
            GetMetricDataRequest request, CancellationToken cancellationToken = default) =>
            Task.FromException<GetMetricDataResponse>(fault);
    }
}
