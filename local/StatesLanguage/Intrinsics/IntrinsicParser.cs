using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Canary.StatesLanguage.Data;
using Canary.StatesLanguage.Json;

namespace Canary.StatesLanguage.Intrinsics;

/// <summary>Reads a call such as <c>States.Format('{} of {}', $.weight, States.ArrayLength($.steps))</c>.</summary>
internal sealed class IntrinsicParser(string text)
{
    private int _at;
    private int _depth;

    /// <summary>Reads all of it.</summary>
    /// <exception cref="FormatException">What is wrong, and where.</exception>
    public IntrinsicCall Parse()
    {
        var call = Call();
        return _at == text.Length ? call : throw Unexpected();
    }

    private IntrinsicCall Call()
    {
        if (++_depth > LanguageLimits.IntrinsicDepth)
            throw new FormatException(
                $"Intrinsic functions are nested more than {LanguageLimits.IntrinsicDepth} deep: see position {_at}.");
        var start = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] is '.' or '_')) _at++;
        var function = IntrinsicFunctions.Find(text[start.._at]);
        Expect('(');
        var arguments = ImmutableArray.CreateBuilder<Expression>();
        for (SkipSpace(); Current != ')'; SkipSpace())
        {
            if (arguments.Count > 0) Expect(',');
            SkipSpace();
            arguments.Add(Argument(keepEscapes: function.Name == "States.Format" && arguments.Count == 0));
        }
        Expect(')');
        if (arguments.Count < function.MinArguments || arguments.Count > function.MaxArguments)
            throw new FormatException($"{function.Name} does not take {arguments.Count} arguments: '{text}'.");
        _depth--;
        return new IntrinsicCall(text[start.._at], function, arguments.ToImmutable());
    }

    private Expression Argument(bool keepEscapes) => Current switch
    {
        '\'' => new Literal(Quoted(keepEscapes)),
        '$' => Path(),
        'S' => Call(),
        _ => Plain(),
    };

    // States.Format itself tells an escaped brace from a placeholder.
    private string Quoted(bool keepEscapes)
    {
        var value = new StringBuilder();
        for (_at++; Current != '\''; _at++)
        {
            if (_at >= text.Length) throw new FormatException($"A string is not closed in '{text}'.");
            if (Current == '\\')
            {
                if (keepEscapes) value.Append('\\');
                _at++;
                // AWS fails the execution. There is no data for which that would go well, so it is said at once.
                if (Current is not ('\'' or '{' or '}' or '\\'))
                    throw new FormatException($"A backslash escapes nothing in '{text}': write two of them.");
            }
            value.Append(text[_at]);
        }
        _at++;
        return value.ToString();
    }

    private FieldPath Path()
    {
        var start = _at;
        var quote = '\0';
        for (; _at < text.Length && (quote != '\0' || (Current is not (',' or ')') && !char.IsWhiteSpace(Current))); _at++)
        {
            if (quote == Current) quote = '\0';
            else if (quote == '\0' && Current is '\'' or '"') quote = Current;
        }
        var path = text[start.._at];
        return new FieldPath(path, JsonPath.Parse(path));
    }

    private Literal Plain()
    {
        var start = _at;
        while (_at < text.Length && Current is not (',' or ')') && !char.IsWhiteSpace(Current)) _at++;
        try
        {
            var value = JsonText.Parse(text[start.._at]);
            return value is null or JsonValue && value.AsString() is null ? new Literal(value) : throw Unexpected();
        }
        catch (JsonException)
        {
            const string Arguments = "a path, a call, a number, true, false, null or a string in single quotes";
            throw new FormatException($"'{text[start.._at]}' is no argument in '{text}': write {Arguments}.");
        }
    }

    private char Current => _at < text.Length ? text[_at] : '\0';

    private void SkipSpace()
    {
        while (char.IsWhiteSpace(Current)) _at++;
        if (_at >= text.Length) throw new FormatException($"'{text}' is not closed.");
    }

    private void Expect(char character)
    {
        if (Current != character) throw Unexpected();
        _at++;
    }

    private FormatException Unexpected() => new($"'{text}' is no call of an intrinsic function: see position {_at}.");
}
