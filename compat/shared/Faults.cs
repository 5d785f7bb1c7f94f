#nullable enable
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Compat;

/// <summary>A service's exceptions by error code, and the one for every other code.</summary>
internal sealed class Faults(Func<ErrorResponse, AmazonServiceException> other, Dictionary<string, Func<ErrorResponse, AmazonServiceException>> known)
{
    public AmazonServiceException Make(ErrorResponse error) =>
        error.Code is { } code && known.TryGetValue(code, out var make) ? make(error) : other(error);
}
