using Amazon.Runtime.Internal;

namespace Amazon.Lambda.Wire;

/// <summary>A request with members in the path, the query or the headers.</summary>
internal interface IAddressed
{
    void Address(IRequest request);
}
