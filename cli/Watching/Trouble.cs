namespace Canary.Cli.Watching;

/// <summary>AWS cannot be asked just now.</summary>
/// <param name="Since">Since when, on this machine's clock.</param>
/// <param name="Text">Why, in a sentence.</param>
internal sealed record Trouble(DateTimeOffset Since, string Text);
