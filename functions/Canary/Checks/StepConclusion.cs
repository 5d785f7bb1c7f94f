namespace Canary.Checks;

/// <summary>What a step comes to whose time is over.</summary>
/// <param name="End">What.</param>
/// <param name="Why">Why; null where it is just the next one.</param>
internal sealed record StepConclusion(StepEnd End, string? Why);
