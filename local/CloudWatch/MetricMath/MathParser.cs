using System.Globalization;

namespace Canary.Local.CloudWatch.MetricMath;

/// <summary>
/// Parses metric math, as "Using metric math" of CloudWatch's user guide describes it. It does not rank the operators; here ^
/// binds tighter than a sign, then * and /, + and -, comparisons, AND, OR, as they do elsewhere.
/// </summary>
internal sealed class MathParser
{
    private const int MaximumDepth = 200;
    private static readonly string[][] Levels = [
        ["OR", "||"], ["AND", "&&"], ["==", "!=", "<=", ">=", "<", ">"], ["+", "-"], ["*", "/"],
    ];
    private readonly List<MathToken> _tokens;
    private int _next;
    private int _depth;

    private MathParser(string expression) => _tokens = MathToken.Split(expression);

    /// <exception cref="MathException">It is no expression, or has something that is not supported here.</exception>
    public static MathNode Parse(string expression)
    {
        var parser = new MathParser(expression);
        if (parser._tokens is [{ Kind: MathTokenKind.Word, Text: var first }, ..]
            && first.Equals("SELECT", StringComparison.OrdinalIgnoreCase))
            throw new MathException("Canary.Local does not support queries of Metrics Insights");
        var parsed = parser.Operators(0);
        return parser._next == parser._tokens.Count ? parsed : throw parser.Unexpected();
    }

    private MathNode Operators(int level)
    {
        if (level == Levels.Length) return Sign();
        var left = Operators(level + 1);
        while (TakeAny(Levels[level]) is { } found)
            left = new MathNode.Binary(found switch { "||" => "OR", "&&" => "AND", _ => found }, left, Operators(level + 1));
        return left;
    }

    private MathNode Sign()
    {
        // While parsing, not after: ten thousand signs or brackets must not use up the stack.
        if (++_depth > MaximumDepth) throw new MathException($"it is nested deeper than {MaximumDepth}");
        var node = Take("-") ? new MathNode.Negative(Sign()) : Power();
        _depth--;
        return node;
    }

    private MathNode Power()
    {
        var left = Operand();
        return Take("^") ? new MathNode.Binary("^", left, Sign()) : left;
    }

    private MathNode Operand()
    {
        if (Take("(")) return Closed(Operators(0), ")");
        if (Take("[")) return new MathNode.List(Items("]"));
        var token = _next < _tokens.Count ? _tokens[_next++] : throw Unexpected();
        return token.Kind switch
        {
            MathTokenKind.Number when double.TryParse(
                token.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                => new MathNode.Number(number),
            MathTokenKind.Quoted => new MathNode.Text(token.Text),
            MathTokenKind.Word when char.IsAsciiLetterLower(token.Text[0]) => new MathNode.Id(token.Text),
            MathTokenKind.Word when token.Text is "REPEAT" or "LINEAR" => new MathNode.Keyword(token.Text),
            MathTokenKind.Word when token.Text is not ("AND" or "OR") => Call(token.Text),
            _ => throw Unexpected(back: 1),
        };
    }

    private MathNode.Call Call(string function)
    {
        MathFunctions.CheckIsKnown(function);
        return Take("(") ? new MathNode.Call(function, Items(")")) : throw Unexpected();
    }

    private List<MathNode> Items(string end)
    {
        if (Take(end)) return [];
        var items = new List<MathNode> { Operators(0) };
        while (Take(",")) items.Add(Operators(0));
        Closed(items[0], end);
        return items;
    }

    private MathNode Closed(MathNode inner, string end) => Take(end) ? inner : throw Unexpected();

    private string? TakeAny(string[] operators) => Array.Find(operators, Take);

    private bool Take(string text)
    {
        if (_next == _tokens.Count || !_tokens[_next].Is(text)) return false;
        _next++;
        return true;
    }

    private MathException Unexpected(int back = 0) => _next - back < _tokens.Count
        ? new($"unexpected '{_tokens[_next - back].Text}' at character {_tokens[_next - back].At}")
        : new("it ends too early");
}
