using System.Text;

namespace Canary.Compat.Tests.Aws;

/// <summary>A request as it reached the wire.</summary>
public sealed record Recorded(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);
}
