namespace Canary.StatesLanguage;

/// <summary>What the language itself allows at most.</summary>
internal static class LanguageLimits
{
    /// <summary>Characters of a state's name.</summary>
    public const int NameLength = 80;

    /// <summary>Calls of intrinsic functions inside each other in one field.</summary>
    public const int IntrinsicDepth = 10;

    /// <summary>Seconds of a wait or a time-out.</summary>
    public const int MaxSeconds = 99_999_999;

    /// <summary>Seconds of MaxDelaySeconds, a year and a day, less one.</summary>
    public const int MaxDelaySeconds = 31_622_399;
}
