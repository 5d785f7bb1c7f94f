using System.Text.Json.Nodes;
using Canary.StatesLanguage;
using Canary.StatesLanguage.Data;
using Canary.StatesLanguage.Json;

namespace Canary.Local.StepFunctions.Executions;

/// <summary>Reads a field that says how long something takes.</summary>
internal static class SecondsField
{
    /// <summary>A number of seconds from a field or from where its path leads.</summary>
    /// <exception cref="RuntimeFault">It is no whole number from 0 to 99,999,999.</exception>
    public static int Read(string field, Expression amount, JsonNode? value) =>
        value.AsWhole() is { } seconds and >= 0 and <= LanguageLimits.MaxSeconds
            ? seconds
            : throw new RuntimeFault($"The {field} parameter {Wrong(value)}: {Where(amount)} == {JsonText.Write(value)}");

    private static string Wrong(JsonNode? value) =>
        value.AsWhole() < 0 ? "references a negative value"
        : value.IsNumber() && value.AsWhole() is null ? "cannot be parsed as a long value"
        : "does not reference an integer value";

    /// <summary>The path of an amount; empty for a fixed one.</summary>
    public static string Where(Expression amount) => amount is FieldPath path ? path.Path.Text : "";
}
