namespace Canary.EndToEnd.Tests.Safety.Reports;

/// <summary>What a sweep of RestoreAlias told.</summary>
/// <param name="At">When it began.</param>
/// <param name="Text">Its log, and the error that it ended with, where it did.</param>
internal sealed record Sweep(DateTimeOffset At, string Text);
