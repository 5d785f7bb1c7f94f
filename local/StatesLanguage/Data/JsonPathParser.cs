using System.Collections.Immutable;
using System.Globalization;
using Canary.StatesLanguage.Json;

namespace Canary.StatesLanguage.Data;

/// <summary>Reads the text of a path, and refuses by name what could match any number of places.</summary>
internal sealed class JsonPathParser(string text)
{
    private int _at;

    /// <summary>Reads all of it.</summary>
    /// <exception cref="FormatException">What is wrong, and where.</exception>
    public JsonPath Parse()
    {
        if (!text.StartsWith('$')) throw new FormatException($"'{text}' is no path: a path starts with $.");
        var ofContext = text.StartsWith("$$", StringComparison.Ordinal);
        _at = ofContext ? 2 : 1;
        var steps = ImmutableArray.CreateBuilder<PathStep>();
        while (_at < text.Length) steps.Add(Step());
        if (steps.Count > JsonText.MaxDepth)
            throw new FormatException(
                $"The path '{text[..80]}…' has {steps.Count} steps: JSON is at most {JsonText.MaxDepth} deep.");
        return new JsonPath(text, ofContext, steps.ToImmutable());
    }

    private PathStep Step() => text[_at] switch
    {
        '.' when Peek(1) == '.' => throw Refused("a recursive descent (..)"),
        '.' when Peek(1) == '*' => throw Refused("a wildcard (*)"),
        '.' => new PathStep(Name(), 0),
        '[' when Peek(1) is '\'' or '"' => new PathStep(Quoted(), 0),
        '[' => new PathStep(null, Index()),
        _ => throw new FormatException($"'{text}' is no path: '{text[_at]}' at position {_at} is not expected."),
    };

    private char Peek(int ahead) => _at + ahead < text.Length ? text[_at + ahead] : '\0';

    private string Name()
    {
        var start = ++_at;
        while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] is '_' or '-' || char.IsSurrogate(text[_at])))
            _at++;
        return _at > start
            ? text[start.._at]
            : throw new FormatException($"'{text}' is no path: a name is missing at position {start}.");
    }

    private string Quoted()
    {
        var end = text.IndexOf($"{text[_at + 1]}]", _at + 2, StringComparison.Ordinal);
        if (end < 0) throw new FormatException($"'{text}' is no path: the bracket at position {_at} is not closed.");
        var name = text[(_at + 2)..end];
        if (name.Contains('\'') || name.Contains('"')) throw Refused("more than one name in a bracket");
        _at = end + 2;
        return name;
    }

    private int Index()
    {
        var end = text.IndexOf(']', _at);
        if (end < 0) throw new FormatException($"'{text}' is no path: the bracket at position {_at} is not closed.");
        var inside = text[(_at + 1)..end];
        _at = end + 1;
        if (int.TryParse(inside, NumberStyles.None, CultureInfo.InvariantCulture, out var index)) return index;
        throw Refused(inside switch
        {
            "*" => "a wildcard ([*])",
            ['?', ..] => "a filter ([?(…)])",
            _ when inside.Contains(':') => "a slice ([from:to])",
            _ when inside.Contains(',') => "a union ([a,b])",
            _ => $"the index '{inside}'",
        });
    }

    private FormatException Refused(string what) => new(
        $"'{text}' uses {what}, which Canary.Local does not support: name one place.");
}
