using Canary.Cli.Watching;

namespace Canary.Cli.Screens;

/// <summary>What a display shows at one moment.</summary>
/// <param name="Title">What this rollout is about.</param>
/// <param name="View">The rollout.</param>
/// <param name="Simulated">What the embedded AWS's clock shows.</param>
/// <param name="Real">How long the program has run.</param>
/// <param name="Speed">How many simulated seconds pass in a real one.</param>
internal sealed record ScreenFrame(string Title, RolloutView View, DateTimeOffset Simulated, TimeSpan Real, double Speed);
