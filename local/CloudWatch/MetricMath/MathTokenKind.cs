namespace Canary.Local.CloudWatch.MetricMath;

/// <summary>What a token is.</summary>
internal enum MathTokenKind
{
    /// <summary>An id, a function's name, a keyword.</summary>
    Word,

    /// <summary>Digits, with a point perhaps.</summary>
    Number,

    /// <summary>An operator, a bracket or a comma.</summary>
    Operator,

    /// <summary>A text in quotes.</summary>
    Quoted,
}
