namespace Canary.EndToEnd.Tests.Safety.Worlds;

/// <summary>An execution that was started.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Weights">The weights of its plan, as fractions.</param>
/// <param name="IsAsScripted">Whether it has the script's hooks and approval; another rollout asks nobody.</param>
internal sealed record Started(string Arn, IReadOnlyList<double> Weights, bool IsAsScripted);
