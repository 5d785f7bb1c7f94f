using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Canary.Cli.CommandLine;

/// <summary>Where a verb answers: sentences for people, or one JSON object for a program.</summary>
/// <param name="console">The terminal, where there is one.</param>
/// <param name="text">Standard output.</param>
/// <param name="error">Standard error.</param>
/// <param name="isJson">Whether JSON is asked for.</param>
internal sealed class Output(IAnsiConsole console, TextWriter text, TextWriter error, bool isJson)
{
    private static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether the answer is JSON.</summary>
    public bool IsJson => isJson;

    /// <summary>Whether a person sits there, who may be shown a live screen and be asked.</summary>
    public bool IsTerminal => !isJson && console.Profile.Out.IsTerminal
        && console.Profile.Capabilities is { Ansi: true, Interactive: true };

    /// <summary>The terminal: for tables and screens. Not to be used for JSON.</summary>
    public IAnsiConsole Console => console;

    /// <summary>Standard output as it is.</summary>
    public TextWriter Text => text;

    /// <summary>Says how things go, to people only.</summary>
    public void Say(string line)
    {
        if (!isJson) Tell(line);
    }

    /// <summary>Says what is not the answer, but has to be known: on standard error, whatever the answer's form.</summary>
    public void Warn(string line) => Write(error, line);

    /// <summary>The answer, in the form that is asked for.</summary>
    public void Answer(string sentences, JsonObject json)
    {
        if (isJson) Write(text, Line(json));
        else Tell(sentences);
    }

    /// <summary>A change, for programs only.</summary>
    public void Change(JsonObject json)
    {
        if (isJson) Write(text, Line(json));
    }

    /// <summary>Why the verb did not do what was asked.</summary>
    public void Fail(CommandFault fault)
    {
        Warn(fault.Message);
        Change(new JsonObject { ["exitCode"] = fault.ExitCode, ["message"] = fault.Message });
    }

    /// <summary>An object in one line, with its text as it is.</summary>
    public static string Line(JsonObject json)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, OneLine)) json.WriteTo(writer);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    // The terminal itself would break a long line in the middle of a word.
    private void Tell(string sentences)
    {
        if (IsTerminal) console.WriteLine(sentences);
        else Write(text, sentences);
    }

    private static void Write(TextWriter writer, string line)
    {
        writer.WriteLine(line);
        writer.Flush();
    }
}
