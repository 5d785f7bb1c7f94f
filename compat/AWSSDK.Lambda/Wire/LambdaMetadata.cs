using Amazon.Runtime.Internal;

namespace Amazon.Lambda.Wire;

internal sealed class LambdaMetadata : IServiceMetadata
{
    public string ServiceId => "Lambda";

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
