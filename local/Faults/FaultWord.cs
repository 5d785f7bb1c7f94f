namespace Canary.Local.Faults;

/// <summary>How people name a kind of fault.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Word">Its word on the command line.</param>
/// <param name="Meaning">What it does, in a line.</param>
/// <param name="Calls">Whether it strikes calls of an API.</param>
/// <param name="Functions">Whether it strikes invocations of a function.</param>
/// <param name="Metrics">Whether it strikes the metrics that services put.</param>
/// <param name="NeedsDelay">Whether it is nothing without a duration.</param>
public sealed record FaultWord(
    FaultKind Kind, string Word, string Meaning, bool Calls =
        true, bool Functions = true, bool Metrics = false, bool NeedsDelay = false);
