namespace Canary.Checks;

/// <summary>What a check has read of one thing.</summary>
/// <param name="Found">What it found; nothing where AWS took no call.</param>
/// <param name="IsThrottled">Whether AWS took no call: then nothing is known, neither good nor bad.</param>
public readonly record struct Look<T>(T? Found, bool IsThrottled = false);
