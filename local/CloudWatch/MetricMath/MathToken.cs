namespace Canary.Local.CloudWatch.MetricMath;

/// <summary>A word, a number, an operator or a text in quotes of a metric math expression.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Text">As it stands there; a text without its quotes.</param>
/// <param name="At">Where it begins, from 0.</param>
internal readonly record struct MathToken(MathTokenKind Kind, string Text, int At)
{
    private static readonly string[] Operators =
        ["&&", "||", "==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "^", "(", ")", "[", "]", ","];

    public bool Is(string text) => Kind is MathTokenKind.Operator or MathTokenKind.Word && Text == text;

    /// <exception cref="MathException">Something in it is no token.</exception>
    public static List<MathToken> Split(string expression)
    {
        var tokens = new List<MathToken>();
        for (var at = 0; at < expression.Length;)
        {
            if (char.IsWhiteSpace(expression[at]))
            {
                at++;
                continue;
            }
            var token = Next(expression, at);
            tokens.Add(token);
            at += token.Text.Length + (token.Kind == MathTokenKind.Quoted ? 2 : 0);
        }
        return tokens;
    }

    private static MathToken Next(string expression, int at)
    {
        if (IsOfNumber(expression[at])) return new(MathTokenKind.Number, While(expression, at, IsOfNumber), at);
        if (char.IsAsciiLetter(expression[at])) return new(MathTokenKind.Word, While(expression, at, IsOfWord), at);
        if (expression[at] is '"' or '\'') return Quoted(expression, at);
        var known = Operators.FirstOrDefault(one => expression.AsSpan(at).StartsWith(one, StringComparison.Ordinal));
        return known is null
            ? throw new MathException($"unexpected '{expression[at]}' at character {at}")
            : new(MathTokenKind.Operator, known, at);
    }

    private static MathToken Quoted(string expression, int at) =>
        expression.IndexOf(expression[at], at + 1) is > 0 and var end
            ? new(MathTokenKind.Quoted, expression[(at + 1)..end], at)
            : throw new MathException($"the quote at character {at} is not closed");

    private static bool IsOfNumber(char character) => char.IsAsciiDigit(character) || character == '.';

    private static bool IsOfWord(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';

    private static string While(string expression, int at, Func<char, bool> holds)
    {
        var end = at;
        while (end < expression.Length && holds(expression[end])) end++;
        return expression[at..end];
    }
}
