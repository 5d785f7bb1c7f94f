namespace Canary.Local.StepFunctions.Model;

/// <summary>One page of a list.</summary>
/// <param name="Items">What is on it.</param>
/// <param name="NextToken">How to ask for the next; null on the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextToken);
