namespace Canary.Local.Wire;

/// <summary>A request that the embedded AWS refuses, in AWS's own words.</summary>
/// <param name="statusCode">The HTTP status that the real service answers with.</param>
/// <param name="code">
/// AWS's error code as its service model names the exception's shape, such as <c>ResourceConflictException</c>.
/// </param>
/// <param name="message">What the real service says.</param>
public sealed class AwsException(int statusCode, string code, string message) : Exception(message)
{
    /// <summary>The HTTP status that the real service answers with.</summary>
    public int StatusCode { get; } = statusCode;

    /// <summary>AWS's error code.</summary>
    public string Code { get; } = code;

    /// <summary>Who is to blame, as the protocols say it.</summary>
    public string Blamed => StatusCode >= 500 ? "Receiver" : "Sender";

    /// <summary>Further members of the error document, such as Lambda's <c>Type</c> and <c>Reason</c>.</summary>
    public IReadOnlyDictionary<string, string> Members { get; init; } = new Dictionary<string, string>();
}
