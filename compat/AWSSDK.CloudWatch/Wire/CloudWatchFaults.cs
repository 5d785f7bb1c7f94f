using Amazon.CloudWatch.Model;
using Amazon.Compat;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.CloudWatch.Wire;

/// <summary>An error has two names: the shape's in `__type`, and the one of the older Query protocol. Both lead to the same exception.</summary>
internal static class CloudWatchFaults
{
    public static readonly Faults All = new(
        e => new AmazonCloudWatchException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        new Dictionary<string, Func<ErrorResponse, AmazonServiceException>>
        {
            ["InternalServiceError"] = InternalService,
            ["InternalServiceFault"] = InternalService,
            ["InvalidFormat"] = InvalidFormat,
            ["InvalidFormatFault"] = InvalidFormat,
            ["InvalidNextToken"] = InvalidNextToken,
            ["InvalidParameterCombination"] = InvalidParameterCombination,
            ["InvalidParameterCombinationException"] = InvalidParameterCombination,
            ["InvalidParameterValue"] = InvalidParameterValue,
            ["InvalidParameterValueException"] = InvalidParameterValue,
            ["LimitExceeded"] = LimitExceeded,
            ["LimitExceededException"] = LimitExceeded,
            ["LimitExceededFault"] = LimitExceeded,
            ["MissingParameter"] = MissingRequiredParameter,
            ["MissingRequiredParameterException"] = MissingRequiredParameter,
            ["ResourceNotFound"] = ResourceNotFound,
            ["ResourceNotFoundException"] = ResourceNotFound,
        });

    private static InternalServiceException InternalService(ErrorResponse e) => new(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode);

    private static InvalidFormatException InvalidFormat(ErrorResponse e) => new(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode);

    private static InvalidNextTokenException InvalidNextToken(ErrorResponse e) => new(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode);

    private static InvalidParameterCombinationException InvalidParameterCombination(ErrorResponse e) =>
        new(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode);

    private static InvalidParameterValueException InvalidParameterValue(ErrorResponse e) =>
        new(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode);

    private static LimitExceededException LimitExceeded(ErrorResponse e) => new(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode);

    private static MissingRequiredParameterException MissingRequiredParameter(ErrorResponse e) =>
        new(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode);

    private static ResourceNotFoundException ResourceNotFound(ErrorResponse e) => new(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode);
}
