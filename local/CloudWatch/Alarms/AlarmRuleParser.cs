using Canary.Local.CloudWatch.Errors;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Wire;

namespace Canary.Local.CloudWatch.Alarms;

/// <summary>Parses the rule language of PutCompositeAlarm.</summary>
public sealed class AlarmRuleParser
{
    private const int MaximumElements = 500;
    private const int MaximumChildren = 100;
    private readonly string _rule;
    private readonly List<AlarmRuleToken> _tokens;
    private int _next;
    private int _elements;

    private AlarmRuleParser(string rule) => (_rule, _tokens) = (rule, AlarmRuleToken.Split(rule));

    /// <summary>Parses a whole rule.</summary>
    /// <exception cref="AwsException">It is no rule, or longer than AWS allows.</exception>
    public static AlarmRule Parse(string rule)
    {
        var parser = new AlarmRuleParser(rule);
        var parsed = parser.Or();
        if (parser._next < parser._tokens.Count) throw parser.Unsupported();
        if (parsed.Children().Count() is > MaximumChildren and var children)
            throw CloudWatchErrors.Validation(
                $"Error in AlarmRule [The expression has {children} alarms; at most {MaximumChildren} are allowed]");
        return parsed;
    }

    private AlarmRule Or()
    {
        var rule = And();
        while (Take("OR")) rule = new AlarmRule.Either(rule, And());
        return rule;
    }

    private AlarmRule And()
    {
        var rule = Unary();
        while (Take("AND")) rule = new AlarmRule.Both(rule, Unary());
        return rule;
    }

    private AlarmRule Unary()
    {
        if (Take("NOT")) return new AlarmRule.Not(Unary());
        if (Take("("))
        {
            Count(2);
            var inner = Or();
            Close();
            return inner;
        }
        Count(1);
        if (Take("TRUE") || Take("true")) return new AlarmRule.Constant(true);
        if (Take("FALSE") || Take("false")) return new AlarmRule.Constant(false);
        return Child();
    }

    private AlarmRule.Child Child()
    {
        if (_next == _tokens.Count || _tokens[_next].IsQuoted || AlarmStateText.Parse(_tokens[_next].Text) is not { } state)
            throw Unsupported();
        _next++;
        if (!Take("(")) throw Unsupported("'('");
        if (_next == _tokens.Count || _tokens[_next].Is("(") || _tokens[_next].Is(")") || _tokens[_next].Text.Length == 0)
            throw Unsupported("an alarm name or ARN");
        var alarm = _tokens[_next++].Text;
        Close();
        return new AlarmRule.Child(state, alarm);
    }

    // While parsing, not after: ten thousand brackets must not use up the stack.
    private void Count(int elements)
    {
        _elements += elements;
        if (_elements > MaximumElements)
            throw CloudWatchErrors.Validation($"Error in AlarmRule [The expression has more than {MaximumElements} elements]");
    }

    private void Close()
    {
        if (!Take(")")) throw Unsupported("')'");
    }

    private bool Take(string word)
    {
        if (_next == _tokens.Count || !_tokens[_next].Is(word)) return false;
        _next++;
        return true;
    }

    private AwsException Unsupported(string? expected = null)
    {
        var (text, at) = _next < _tokens.Count ? (_tokens[_next].Text, _tokens[_next].At) : ("<end>", _rule.Length);
        return CloudWatchErrors.Validation(
            $"Error in AlarmRule [Unsupported token '{text}' at char {at}{(expected is null ? "" : $", must be: {expected}")}]");
    }
}
