using System.Globalization;
using System.Text;
using Canary.Local.StepFunctions.Errors;
using Canary.Local.StepFunctions.Model;
using Canary.Local.Wire;

namespace Canary.Local.StepFunctions;

/// <summary>Cuts lists into pages.</summary>
internal static class Paging
{
    private const int Default = 100;
    private const int Max = 1000;
    private const int TokenLength = 1024;

    /// <summary>The page that a token asks for.</summary>
    /// <param name="items">All of the list.</param>
    /// <param name="maxResults">0 to 1,000; 0 is AWS's 100.</param>
    /// <param name="token">Null for the first page.</param>
    /// <param name="list">What the list is of: a token fits one list only.</param>
    /// <param name="tokenLength">How many characters a token may have.</param>
    /// <exception cref="AwsException">ValidationException, InvalidToken.</exception>
    public static Page<T> Cut<T>(
        IReadOnlyList<T> items, int maxResults, string? token, string list, int tokenLength = TokenLength)
    {
        if (maxResults is < 0 or > Max)
        {
            var rule = maxResults < 0 ? "greater than or equal to 0" : $"less than or equal to {Max}";
            throw CommonErrors.Value(
                maxResults.ToString(CultureInfo.InvariantCulture), "maxResults", $"Member must have value {rule}");
        }
        if (token is not null) CommonErrors.CheckLength(token, "nextToken", 1, tokenLength);
        var from = token is null ? 0 : Read(token, list);
        var page = items.Skip(from).Take(maxResults == 0 ? Default : maxResults).ToArray();
        var next = from + page.Length;
        return new Page<T>(page, next < items.Count ? Convert.ToBase64String(Encoding.UTF8.GetBytes($"{next} {list}")) : null);
    }

    private static int Read(string token, string list)
    {
        var bytes = new byte[token.Length];
        if (Convert.TryFromBase64String(token, bytes, out var length)
            && Encoding.UTF8.GetString(bytes, 0, length).Split(' ', 2) is [var next, var of] && of == list
            && int.TryParse(next, NumberStyles.None, CultureInfo.InvariantCulture, out var from)) return from;
        throw StepFunctionsErrors.InvalidToken();
    }
}
