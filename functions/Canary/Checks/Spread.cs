namespace Canary.Checks;

/// <summary>
/// Spreads what many rollouts do, so that they do not do it all at once. It is the same for the same word each time and in every
/// process: what a Lambda decides must not depend on its luck, and a run in virtual time can be played again.
/// </summary>
public static class Spread
{
    /// <summary>From 0 to 1.</summary>
    /// <param name="whose">Such as the execution's ARN.</param>
    /// <param name="nth">How often it was asked before.</param>
    public static double Of(string whose, int nth)
    {
        ArgumentNullException.ThrowIfNull(whose);
        // FNV-1a, whose last letters reach the upper bits only by what follows.
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var letter in whose) hash = (hash ^ letter) * 1_099_511_628_211UL;
        hash = (hash ^ (uint)nth) * 1_099_511_628_211UL;
        hash = (hash ^ (hash >> 29)) * 0xBF58_476D_1CE4_E5B9UL;
        return ((hash ^ (hash >> 32)) & 0xFFFF_FFFF) / (double)uint.MaxValue;
    }
}
