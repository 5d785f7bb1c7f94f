namespace Canary.Cli.Commands;

/// <summary>A word that may be typed, and what it means.</summary>
internal sealed record HelpRow(string Word, string Meaning);
