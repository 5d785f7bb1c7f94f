using Amazon.Compat;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Lambda.Wire;

internal static class LambdaFaults
{
    public static readonly Faults All = new(
        e => new AmazonLambdaException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        new Dictionary<string, Func<ErrorResponse, AmazonServiceException>>
        {
            ["CodeStorageExceededException"] = e => new CodeStorageExceededException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            ["InvalidParameterValueException"] = e =>
                new InvalidParameterValueException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            ["PreconditionFailedException"] = e => new PreconditionFailedException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            ["ProvisionedConcurrencyConfigNotFoundException"] = e =>
                new ProvisionedConcurrencyConfigNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            ["ResourceConflictException"] = e => new ResourceConflictException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            ["ResourceNotFoundException"] = e => new ResourceNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            ["ServiceException"] = e => new ServiceException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            ["SnapStartNotReadyException"] = e => new SnapStartNotReadyException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            ["TooManyRequestsException"] = e => new TooManyRequestsException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        });
}
