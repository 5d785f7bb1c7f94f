using System.Globalization;

namespace Canary.Cli.Starting;

/// <summary>
/// The name of an execution: the function, what is released, and which attempt this is. Step Functions takes a name once in 90
/// days, so that a pipeline that runs again for the same commit needs another.
/// </summary>
internal static class ExecutionName
{
    private const int Longest = 80;
    private const int LongestLabel = 20;

    /// <summary>Where pipelines say which commit they run for.</summary>
    private static readonly string[] Commits =
    [
        "GITHUB_SHA", "CI_COMMIT_SHA", "CODEBUILD_RESOLVED_SOURCE_VERSION", "BITBUCKET_COMMIT", "BUILD_SOURCEVERSION",
        "CIRCLE_SHA1", "GIT_COMMIT", "BUILDKITE_COMMIT",
    ];

    /// <summary>
    /// The commit that a pipeline runs for, in the length in which people name one; null outside of a pipeline.
    /// </summary>
    public static string? CommitOf(Func<string, string?> environment) =>
        Commits.Select(environment).FirstOrDefault(commit => commit is not null) is { } commit
            ? commit.Length > 12 ? commit[..12] : commit
            : null;

    /// <param name="function">The function's name.</param>
    /// <param name="label">The commit, or another word for what is released.</param>
    /// <param name="attempt">From 1.</param>
    public static string Of(string function, string label, int attempt)
    {
        var end = string.Create(CultureInfo.InvariantCulture, $"-{Clip(Plain(label), LongestLabel)}-{attempt}");
        return Clip(Plain(function), Longest - end.Length) + end;
    }

    /// <summary>The label where there is no commit.</summary>
    public static string LabelOf(DateTimeOffset now) => now.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);

    private static string Clip(string text, int length) => text.Length <= length ? text : text[..length];

    // What Lambda and git allow in a name, and a person in --label, Step Functions may not.
    private static string Plain(string text) =>
        string.Concat(text.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : '-'));
}
