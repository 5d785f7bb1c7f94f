using Canary.Local.CloudWatch.Errors;

namespace Canary.Local.CloudWatch.Alarms;

/// <summary>A word, a parenthesis or a quoted name of an alarm rule.</summary>
/// <param name="Text">The word, or the name without its quotes.</param>
/// <param name="At">Where it begins, from 0.</param>
/// <param name="IsQuoted">Whether it stood in quotes.</param>
internal readonly record struct AlarmRuleToken(string Text, int At, bool IsQuoted)
{
    public bool Is(string word) => !IsQuoted && Text == word;

    /// <exception cref="Wire.AwsException">A quote is not closed.</exception>
    public static List<AlarmRuleToken> Split(string rule)
    {
        var tokens = new List<AlarmRuleToken>();
        for (var at = 0; at < rule.Length;)
        {
            if (char.IsWhiteSpace(rule[at])) at++;
            else if (rule[at] is '(' or ')') tokens.Add(new(rule[at].ToString(), at++, false));
            else if (rule[at] == '"') tokens.Add(Quoted(rule, ref at));
            else tokens.Add(Word(rule, ref at));
        }
        return tokens;
    }

    private static AlarmRuleToken Word(string rule, ref int at)
    {
        var start = at;
        while (at < rule.Length && !char.IsWhiteSpace(rule[at]) && rule[at] is not ('(' or ')' or '"')) at++;
        return new(rule[start..at], start, false);
    }

    private static AlarmRuleToken Quoted(string rule, ref int at)
    {
        var (start, name) = (at++, new System.Text.StringBuilder());
        while (at < rule.Length && rule[at] != '"')
        {
            if (rule[at] == '\\' && at + 1 < rule.Length) at++;
            name.Append(rule[at++]);
        }
        if (at == rule.Length) throw CloudWatchErrors.Validation($"Error in AlarmRule [Unclosed quote at char {start}]");
        at++;
        return new(name.ToString(), start, true);
    }
}
