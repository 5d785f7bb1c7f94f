using System.Net;
using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

public partial class ConflictException : AmazonStepFunctionsException
{
    public ConflictException(string message) : base(message)
    {
    }

    public ConflictException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public ConflictException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public ConflictException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

public partial class InvalidDefinitionException : AmazonStepFunctionsException
{
    public InvalidDefinitionException(string message) : base(message)
    {
    }

    public InvalidDefinitionException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public InvalidDefinitionException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public InvalidDefinitionException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

public partial class InvalidNameException : AmazonStepFunctionsException
{
    public InvalidNameException(string message) : base(message)
    {
    }

    public InvalidNameException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public InvalidNameException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public InvalidNameException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

public partial class ResourceNotFoundException : AmazonStepFunctionsException
{
    public ResourceNotFoundException(string message) : base(message)
    {
    }

    public ResourceNotFoundException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public ResourceNotFoundException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public ResourceNotFoundException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

public partial class StateMachineAlreadyExistsException : AmazonStepFunctionsException
{
    public StateMachineAlreadyExistsException(string message) : base(message)
    {
    }

    public StateMachineAlreadyExistsException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public StateMachineAlreadyExistsException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public StateMachineAlreadyExistsException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

public partial class StateMachineDeletingException : AmazonStepFunctionsException
{
    public StateMachineDeletingException(string message) : base(message)
    {
    }

    public StateMachineDeletingException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public StateMachineDeletingException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public StateMachineDeletingException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

public partial class StateMachineDoesNotExistException : AmazonStepFunctionsException
{
    public StateMachineDoesNotExistException(string message) : base(message)
    {
    }

    public StateMachineDoesNotExistException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public StateMachineDoesNotExistException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public StateMachineDoesNotExistException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

public partial class StateMachineLimitExceededException : AmazonStepFunctionsException
{
    public StateMachineLimitExceededException(string message) : base(message)
    {
    }

    public StateMachineLimitExceededException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public StateMachineLimitExceededException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public StateMachineLimitExceededException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}

public partial class StateMachineTypeNotSupportedException : AmazonStepFunctionsException
{
    public StateMachineTypeNotSupportedException(string message) : base(message)
    {
    }

    public StateMachineTypeNotSupportedException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public StateMachineTypeNotSupportedException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public StateMachineTypeNotSupportedException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
