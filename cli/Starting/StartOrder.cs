using System.Text.Json.Nodes;

namespace Canary.Cli.Starting;

/// <summary>A rollout to start.</summary>
/// <param name="Input">The execution's input.</param>
/// <param name="Function">The function's name.</param>
/// <param name="Alias">The alias's name.</param>
internal sealed record StartOrder(JsonObject Input, string Function, string Alias)
{
    /// <summary>The execution's name; null to make one.</summary>
    public string? Name { get; init; }

    /// <summary>What a name that is made tells besides the function, such as the commit; null for the time.</summary>
    public string? Label { get; init; }

    /// <summary>What is done where another rollout holds the alias.</summary>
    public IfBusy IfBusy { get; init; } = IfBusy.Fail;

    /// <summary>What it releases, such as <c>orders:live</c>.</summary>
    public string Title => $"{Function}:{Alias}";

    /// <summary>The order that an input makes. What is wrong with the input is for the plan to say.</summary>
    public static StartOrder Of(JsonObject input)
    {
        var function = Text(input, "functionName");
        return new(input, function[(function.LastIndexOf(':') + 1)..], Text(input, "aliasName"));
    }

    private static string Text(JsonObject input, string member) =>
        input[member] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
}
