using System.Collections.Immutable;
using Canary.StatesLanguage.Data;

namespace Canary.StatesLanguage.States;

/// <summary>Calls a service.</summary>
/// <param name="Name">Unique in its machine.</param>
/// <param name="Resource">What it calls.</param>
internal sealed record TaskState(string Name, TaskResource Resource) : State(Name, "Task")
{
    /// <summary>The request; null makes the input the request.</summary>
    public Expression? Parameters { get; init; }

    /// <summary>What is kept of the answer; null keeps all.</summary>
    public Expression? ResultSelector { get; init; }

    /// <summary>Where the result goes in the input; null drops it.</summary>
    public JsonPath? ResultPath { get; init; }

    /// <summary>Seconds until the attempt fails with States.Timeout; null is no limit worth a timer.</summary>
    public Expression? Timeout { get; init; }

    /// <summary>Seconds from one heartbeat to the next at most; null where none is needed. Only of a callback.</summary>
    public Expression? Heartbeat { get; init; }

    /// <summary>In their order: the first that matches an error counts it.</summary>
    public ImmutableArray<Retrier> Retry { get; init; } = [];

    /// <summary>In their order: the first that matches takes the error.</summary>
    public ImmutableArray<Catcher> Catch { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<(string Field, string Target)> Transitions =>
        base.Transitions.Concat(Catch.Select((catcher, index) => ($"Catch[{index}]/Next", catcher.Next)));
}
