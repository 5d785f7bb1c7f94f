using System.Net;
using Amazon.Compat;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Lambda.Model;

public partial class TooManyRequestsException : AmazonLambdaException, IShape, IAnswer
{
    public TooManyRequestsException(string message) : base(message)
    {
    }

    public TooManyRequestsException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public TooManyRequestsException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public TooManyRequestsException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    public ThrottleReason Reason { get; set; }

    public string RetryAfterSeconds { get; set; }

    void IShape.Map(Fields fields) => Reason = fields.Text("Reason", Reason);

    void IAnswer.Take(IWebResponseData headers, MemoryStream body) => RetryAfterSeconds = headers.GetHeaderValue("Retry-After");
}
