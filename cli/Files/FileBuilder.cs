using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Canary.Wording;

namespace Canary.Cli.Files;

/// <summary>Makes of a file, whichever way it is written, the JSON that it stands for, and notes where each value is.</summary>
internal sealed class FileBuilder : IDisposable
{
    // A rollout has five levels. Whatever has many more is none.
    private const int MostLevels = 64;

    // As the domain quotes the name of a field that it does not know.
    private const int LongestName = 40;

    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly Utf8JsonWriter _json;
    private readonly Stack<Level> _levels = new();
    private readonly FileMap _map = new();

    public FileBuilder() =>
        // A name that is given twice is a fault of the rollout's, told in its words.
        _json = new(_bytes, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    public void Dispose() => _json.Dispose();

    /// <summary>A name; its value follows.</summary>
    public void Name(string name, FilePlace at)
    {
        _json.WritePropertyName(name);
        (_levels.Peek().Name, _levels.Peek().At) = (Quoted.Name(name, LongestName), at);
    }

    /// <summary>A text.</summary>
    public void Text(string text, FilePlace at)
    {
        Note(at, Quoted.Of(text));
        _json.WriteStringValue(text);
    }

    /// <summary>A value in JSON's own words: a number, true, false or null.</summary>
    public void Raw(string json, FilePlace at)
    {
        Note(at, json);
        _json.WriteRawValue(json);
    }

    /// <summary>A list or an object begins.</summary>
    /// <exception cref="UnreadableFile">There are too many levels.</exception>
    public void Begin(bool isList, FilePlace at)
    {
        if (_levels.Count == MostLevels) throw new UnreadableFile($"More than {MostLevels} levels: that is no rollout.", at);
        _levels.Push(new(Note(at, null), isList));
        if (isList) _json.WriteStartArray();
        else _json.WriteStartObject();
    }

    /// <summary>The innermost list or object ends.</summary>
    public void End()
    {
        if (_levels.Pop().IsList) _json.WriteEndArray();
        else _json.WriteEndObject();
    }

    /// <summary>What the file stands for, once all of it is written.</summary>
    public (JsonElement Input, FileMap Map) Built()
    {
        _json.Flush();
        using var document = JsonDocument.Parse(_bytes.WrittenMemory, new() { MaxDepth = 2 * MostLevels });
        return (document.RootElement.Clone(), _map);
    }

    private string Note(FilePlace at, string? text)
    {
        var level = _levels.TryPeek(out var inner) ? inner : null;
        var path = level is null ? "" : level.Next();
        // A field is where its name is: that is what has to be looked for.
        _map.Add(path, level is { IsList: false } ? level.At : at, text);
        return path;
    }

    private sealed class Level(string path, bool isList)
    {
        private int _items;

        public bool IsList { get; } = isList;

        public string Name { get; set; } = "";

        public FilePlace At { get; set; }

        public string Next() => IsList ? $"{path}[{_items++}]" : path.Length == 0 ? Name : $"{path}.{Name}";
    }
}
