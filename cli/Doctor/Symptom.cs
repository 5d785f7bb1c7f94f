using System.Text.Json.Nodes;

namespace Canary.Cli.Doctor;

/// <summary>One thing that the doctor looked at.</summary>
/// <param name="Sign">How it was found.</param>
/// <param name="About">What was looked at, in a word or two.</param>
/// <param name="Text">What was found, and what to do where something is wrong.</param>
internal sealed record Symptom(Sign Sign, string About, string Text)
{
    public static Symptom Good(string about, string text) => new(Sign.Good, about, text);

    public static Symptom Doubtful(string about, string text) => new(Sign.Doubtful, about, text);

    public static Symptom Bad(string about, string text) => new(Sign.Bad, about, text);

    /// <inheritdoc/>
    public override string ToString() => $"{Sign switch { Sign.Good => '✔', Sign.Doubtful => '!', _ => '✘' }} {About}: {Text}";

    /// <summary>It for a program.</summary>
    public JsonObject ToJson() => new() { ["about"] = About, ["sign"] = Sign.ToString().ToLowerInvariant(), ["text"] = Text };
}
