namespace Canary.Bench.ColdStart;

/// <summary>What a Lambda that was started has answered.</summary>
/// <param name="Body">The answer.</param>
/// <param name="IsError">Whether it failed.</param>
/// <param name="At">When it came, as a timestamp of the machine's time.</param>
/// <param name="AwsCalls">How many calls of AWS it made before.</param>
internal sealed record StartedAnswer(string Body, bool IsError, long At, int AwsCalls);
