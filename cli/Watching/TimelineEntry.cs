namespace Canary.Cli.Watching;

/// <summary>One thing that happened in a rollout.</summary>
/// <param name="At">When, on the service's clock.</param>
/// <param name="State">The state of the state machine that did it.</param>
/// <param name="Text">What, in a sentence.</param>
/// <param name="Weight">The candidate's share from then on, in percent.</param>
/// <param name="IsRoutine">Whether it changed nothing: a check after which the bake went on.</param>
internal sealed record TimelineEntry(DateTimeOffset At, string State, string Text, decimal Weight, bool IsRoutine = false);
