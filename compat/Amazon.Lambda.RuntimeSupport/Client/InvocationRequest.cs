using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>One invocation: the event as it came, and its context.</summary>
public class InvocationRequest : IDisposable
{
    internal InvocationRequest(Stream inputStream, ILambdaContext lambdaContext) => (InputStream, LambdaContext) = (inputStream, lambdaContext);

    public Stream InputStream { get; }

    public ILambdaContext LambdaContext { get; }

    public void Dispose()
    {
        InputStream.Dispose();
        GC.SuppressFinalize(this);
    }
}
