namespace Canary.Cli.Files;

/// <summary>A place in a file. Lines and columns count from 1, as editors show them.</summary>
internal readonly record struct FilePlace(int Line, int Column)
{
    /// <summary>Where a file begins.</summary>
    public static FilePlace Start { get; } = new(1, 1);
}
