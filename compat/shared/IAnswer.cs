#nullable enable
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Compat;

/// <summary>An answer or an exception with members that are not in a document: headers, or the bytes of the body.</summary>
internal interface IAnswer
{
    void Take(IWebResponseData headers, MemoryStream body);
}
