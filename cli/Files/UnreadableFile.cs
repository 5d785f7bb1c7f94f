namespace Canary.Cli.Files;

/// <summary>A file of which nothing can be read: it is not there, or is neither YAML nor JSON.</summary>
/// <param name="message">What is wrong, in a sentence.</param>
/// <param name="place">Where in the file; null where there is no such place.</param>
internal sealed class UnreadableFile(string message, FilePlace? place = null) : Exception(message)
{
    public FilePlace? Place { get; } = place;
}
