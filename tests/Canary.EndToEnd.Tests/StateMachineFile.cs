using System.Text.Json;
using Canary.Local.Deploy;

namespace Canary.EndToEnd.Tests;

/// <summary>The state machine's file, by what its states are.</summary>
internal static class StateMachineFile
{
    public static readonly JsonElement Machine =
        JsonDocument.Parse(SourceTree.Find(AppContext.BaseDirectory).Read("statemachines/canary.asl.json")).RootElement;

    public static IEnumerable<JsonProperty> Everything => Machine.GetProperty("States").EnumerateObject();

    public static IEnumerable<JsonElement> Tasks =>
        Everything.Select(state => state.Value).Where(state => state.GetProperty("Type").ValueEquals("Task"));

    /// <summary>
    /// The tasks that run Canary's own Lambdas; the others run the user's hooks, whose names the document holds.
    /// </summary>
    public static IEnumerable<JsonElement> Own => Tasks
        .Where(task => task.GetProperty("Parameters").TryGetProperty("FunctionName", out _));

    public static IEnumerable<JsonProperty> Hooks =>
        Everything.Where(state => state.Name.Contains("AllowTraffic", StringComparison.Ordinal));

    public static JsonElement State(string name) => Machine.GetProperty("States").GetProperty(name);

    public static string PathOf(JsonProperty hook) =>
        $"$.plan.hooks.{(hook.Name.StartsWith("Before", StringComparison.Ordinal) ? "before" : "after")}AllowTraffic";

    public static IEnumerable<string> Names(JsonElement rule) =>
        rule.GetProperty("ErrorEquals").EnumerateArray().Select(name => name.GetString()!);
}
