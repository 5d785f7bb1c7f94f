namespace Canary.Cli.Screens;

/// <summary>A line of a plot.</summary>
/// <param name="Text">It, as it stands.</param>
/// <param name="Level">What it is about: the value in its middle; null for the axis of time.</param>
internal sealed record PlotLine(string Text, double? Level);
