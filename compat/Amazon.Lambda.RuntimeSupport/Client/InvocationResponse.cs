namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What a handler answers.</summary>
public class InvocationResponse(Stream outputStream, bool disposeOutputStream)
{
    public InvocationResponse(Stream outputStream)
        : this(outputStream, true)
    {
    }

    public Stream OutputStream { get; set; } = outputStream ?? throw new ArgumentNullException(nameof(outputStream));

    public bool DisposeOutputStream { get; } = disposeOutputStream;
}
