using System.Globalization;

namespace Canary.Architecture.Tests.Rules;

/// <summary>
/// What is still too large, and how large it may be: a line of exceptions.txt. The numbers may only shrink.
/// The kind is "folder" (files in it), "file" (its lines) or "wide" (lines too long, in a file or in all below a folder).
/// </summary>
internal sealed record SizeException(string Kind, string Path, int Most)
{
    /// <summary>Reads lines such as "file local/Sqs/SqsService.cs 261"; what follows a # is a reason.</summary>
    public static IReadOnlyList<SizeException> Read(string text) =>
    [
        .. from line in text.Split('\n')
           let words = line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)
           where words.Length > 0
           select new SizeException(words[0], words[1], int.Parse(words[2], CultureInfo.InvariantCulture)),
    ];

    public static int? Of(string kind, string path, IEnumerable<SizeException> exceptions) =>
        exceptions.FirstOrDefault(one => one.Kind == kind && one.Path == path)?.Most;

    public bool Covers(string path) => path == Path || path.StartsWith(Path + "/", StringComparison.Ordinal);
}
