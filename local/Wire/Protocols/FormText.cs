namespace Canary.Local.Wire.Protocols;

/// <summary>A value that came in a form, where everything is text.</summary>
internal sealed record FormText(string Text);
