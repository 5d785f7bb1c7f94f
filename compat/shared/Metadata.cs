#nullable enable
using Amazon.Runtime.Internal;

namespace Amazon.Compat;

/// <summary>Tells telemetry and the user agent which service a client is for.</summary>
internal sealed class Metadata(string serviceId) : IServiceMetadata
{
    public string ServiceId => serviceId;

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
