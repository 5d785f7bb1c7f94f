using System.Diagnostics.CodeAnalysis;

namespace Canary.Cli.Commands;

/// <summary>
/// Whether this program has demo and serve. One native file has not: they run Canary's Lambdas, which are files of their own.
/// The compiler then leaves the whole embedded AWS out.
/// </summary>
internal static class Laptop
{
    [FeatureSwitchDefinition("Canary.Cli.Laptop")]
    public static bool IsHere => !AppContext.TryGetSwitch("Canary.Cli.Laptop", out var isHere) || isHere;
}
