using Amazon.Compat;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Wire;

/// <summary>Step Functions says `InvalidArn` where the official package says InvalidArnException.</summary>
internal static class StepFunctionsFaults
{
    public static readonly Faults All = new(
        e => new AmazonStepFunctionsException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        new Dictionary<string, Func<ErrorResponse, AmazonServiceException>>
        {
            ["ConflictException"] = e => new ConflictException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            ["ExecutionAlreadyExists"] = e => new ExecutionAlreadyExistsException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            ["ExecutionDoesNotExist"] = e => new ExecutionDoesNotExistException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            ["ExecutionLimitExceeded"] = e => new ExecutionLimitExceededException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            ["InvalidArn"] = e => new InvalidArnException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            ["InvalidDefinition"] = e => new InvalidDefinitionException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            ["InvalidExecutionInput"] = e => new InvalidExecutionInputException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            ["InvalidName"] = e => new InvalidNameException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            ["InvalidOutput"] = e => new InvalidOutputException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            ["InvalidToken"] = e => new InvalidTokenException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            ["ResourceNotFound"] = e => new ResourceNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            ["StateMachineAlreadyExists"] = e => new StateMachineAlreadyExistsException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            ["StateMachineDeleting"] = e => new StateMachineDeletingException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            ["StateMachineDoesNotExist"] = e => new StateMachineDoesNotExistException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            ["StateMachineLimitExceeded"] = e => new StateMachineLimitExceededException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            ["StateMachineTypeNotSupported"] = e =>
                new StateMachineTypeNotSupportedException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            ["TaskDoesNotExist"] = e => new TaskDoesNotExistException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            ["TaskTimedOut"] = e => new TaskTimedOutException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            ["ValidationException"] = e => new ValidationException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        });
}
