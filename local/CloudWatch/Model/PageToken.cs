using System.Text;
using Canary.Local.CloudWatch.Errors;

namespace Canary.Local.CloudWatch.Model;

/// <summary>The opaque text with which a client asks for the next page.</summary>
internal static class PageToken
{
    private const string Mark = "after:";

    public static string Encode(string last) => Convert.ToBase64String(Encoding.UTF8.GetBytes(Mark + last));

    /// <exception cref="Wire.AwsException">The token was not made here.</exception>
    public static string Decode(string token)
    {
        var bytes = new byte[token.Length];
        if (Convert.TryFromBase64String(token, bytes, out var length) && Encoding.UTF8.GetString(bytes, 0, length) is var text
            && text.StartsWith(Mark, StringComparison.Ordinal))
            return text[Mark.Length..];
        throw CloudWatchErrors.InvalidNextToken(token);
    }
}
