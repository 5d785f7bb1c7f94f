using System.Text.Json;
using System.Text.RegularExpressions;

namespace Canary.Architecture.Tests.Rules;

/// <summary>From the name of a state in the console to its Lambda, its decision and its tests is one guess each.</summary>
internal static partial class StateRule
{
    /// <summary>The Task states that run a Lambda of ours, each with the placeholder that stands for its ARN.</summary>
    public static IReadOnlyList<(string State, string Placeholder)> TasksOf(string definition)
    {
        using var json = JsonDocument.Parse(definition);
        return
        [
            .. from state in json.RootElement.GetProperty("States").EnumerateObject()
               where state.Value.GetProperty("Type").GetString() == "Task"
               where state.Value.TryGetProperty("Parameters", out var parameters)
                   && parameters.TryGetProperty("FunctionName", out _)
               let name = state.Value.GetProperty("Parameters").GetProperty("FunctionName").GetString()
               let placeholder = Placeholder().Match(name)
               where placeholder.Success
               select (state.Name, placeholder.Groups[1].Value),
        ];
    }

    public static IEnumerable<string> Faults(string definition, string template, IReadOnlyCollection<string> paths) =>
        from task in TasksOf(definition)
        from fault in Faults(task.State, task.Placeholder, template, paths)
        select fault;

    private static IEnumerable<string> Faults(
        string state, string placeholder, string template, IReadOnlyCollection<string> paths)
    {
        if (!template.Contains($" {placeholder}: !Ref {state}Function.Version\n", StringComparison.Ordinal))
        {
            yield return $"The state {state} runs ${{{placeholder}}}, which in template.yaml is not the version of "
                + $"{state}Function.";
        }
        foreach (var (folder, name) in Places(state))
        {
            if (!paths.Any(path => path.StartsWith(folder + "/", StringComparison.Ordinal)
                && path.EndsWith("/" + name, StringComparison.Ordinal)))
            {
                yield return $"The state {state} has no {folder}/{name}: what it runs is looked for under its name.";
            }
        }
    }

    private static (string Folder, string Name)[] Places(string state) =>
    [
        ("functions/Canary/States", $"{state}.cs"),
        ("functions/Canary.Functions", $"{state}Function.cs"),
        ("tests/Canary.Tests/States", $"{state}Tests.cs"),
        ("tests/Canary.Functions.Tests", $"{state}FunctionTests.cs"),
    ];

    [GeneratedRegex(@"^\$\{(\w+)\}$")]
    private static partial Regex Placeholder();
}
