namespace Canary.Architecture.Tests.House;

/// <summary>The house: what is where, and which way arrows may run.</summary>
internal static class Plan
{
    public static IReadOnlyList<Wing> House { get; } = [];
}
