using System.Text.Json;
using Canary.Wording;

namespace Canary.Input;

/// <summary>
/// Reads the fields of one JSON object, each at most once, and notes every fault instead of stopping at the first.
/// </summary>
internal sealed class FieldReader
{
    private readonly Dictionary<string, JsonElement> _fields = new(StringComparer.Ordinal);
    private readonly List<string> _faults;
    private readonly string _where;

    public FieldReader(
        JsonElement source,
        string where,
        List<string> faults,
        IReadOnlyCollection<string> known,
        IReadOnlyCollection<string>? ignored = null)
    {
        (_where, _faults) = (where, faults);
        var unknown = new List<string>();
        foreach (var field in source.EnumerateObject().Where(field => ignored?.Contains(field.Name) != true))
        {
            if (!known.Contains(field.Name)) unknown.Add(field.Name);
            else if (!_fields.TryAdd(field.Name, field.Value)) Fault($"{where}{field.Name} is given twice.");
        }
        if (unknown.Count > 0) Fault(UnknownFields.FaultOf(where, unknown, known.Where(name => !Has(name)), known));
    }

    public bool Has(string name) => _fields.ContainsKey(name);

    public JsonElement? Find(string name) => _fields.TryGetValue(name, out var value) ? value : null;

    /// <summary>What a field is where the object does not give it.</summary>
    public void Default(string name, JsonElement value) => _fields.TryAdd(name, value);

    /// <param name="name">The field.</param>
    /// <param name="longest">Most characters.</param>
    /// <param name="what">What it must be.</param>
    /// <param name="lines">Whether it may have several lines.</param>
    public string? Text(string name, int longest, string what, bool lines = false)
    {
        if (!_fields.TryGetValue(name, out var value)) return null;
        if (value.ValueKind != JsonValueKind.String || value.GetString() is not { Length: > 0 } text || text.Length > longest)
            Fault($"{_where}{name} is {Quoted.Of(value)}. It must be {what}, in 1 to {longest} characters.");
        else if (Quoted.IsGarbled(text, lines))
            Fault($"{_where}{name} is {Quoted.Of(text)}, which has characters that do not show or that turn the writing around. "
                + "Leave them out.");
        else return text;
        return null;
    }

    public decimal? Number(string name, decimal least, decimal most, int decimals, string what)
    {
        if (!_fields.TryGetValue(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Number
            && JsonNumber.DecimalsOf(value) <= decimals
            && value.TryGetDecimal(out var number)
            && number >= least && number <= most)
        {
            return number;
        }
        Fault($"{_where}{name} is {Quoted.Of(value)}. It must be {what}.");
        return null;
    }

    public bool? Flag(string name, string what)
    {
        if (!_fields.TryGetValue(name, out var value)) return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        Fault($"{_where}{name} is {Quoted.Of(value)}. It must be {what}.");
        return null;
    }

    public IReadOnlyList<JsonElement>? List(string name, int most, string what)
    {
        if (!_fields.TryGetValue(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() <= most) return [.. value.EnumerateArray()];
        Fault($"{_where}{name} is {Quoted.Of(value)}. It must be a list of at most {most} {what}.");
        return null;
    }

    /// <summary>One of a few words.</summary>
    public string? Word(string name, IReadOnlyCollection<string> words)
    {
        if (!_fields.TryGetValue(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text && words.Contains(text)) return text;
        Fault($"{_where}{name} is {Quoted.Of(value)}. It must be one of {string.Join(", ", words)}.");
        return null;
    }

    /// <summary>A fault of one field, by the whole path to it.</summary>
    public void FaultOf(string name, string text) => Fault($"{_where}{name} {text}");

    public void Fault(string fault) => _faults.Add(fault);
}
