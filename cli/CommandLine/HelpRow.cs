namespace Canary.Cli.CommandLine;

/// <summary>A word that may be typed, and what it means.</summary>
internal sealed record HelpRow(string Word, string Meaning);
