namespace Canary.Errors;

/// <summary>
/// A person has aborted the rollout while a change was about to give the candidate more traffic. The rollout goes back as after
/// a check that sees the word.
/// </summary>
public sealed class Aborted(string message) : Exception(message);
