namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The Runtime API answered with something other than success.</summary>
#pragma warning disable CA1032 // The official exception has its one constructor only; ours is made here alone.
public class RuntimeApiClientException : Exception
{
    internal RuntimeApiClientException(string message, int statusCode, string response)
        : base($"{message}\n\nStatus: {statusCode}\nResponse: \n{(response.Length > 512 ? response[..512] : response)}") =>
        (StatusCode, Response) = (statusCode, response);

    public int StatusCode { get; }

    public string Response { get; }
}
