using FsCheck;
using FsCheck.Fluent;

namespace Canary.Tests.Schema;

/// <summary>An input with which nothing is wrong.</summary>
public sealed record ValidInput(string Json);

/// <summary>An input with one change, which may be a fault.</summary>
public sealed record NearlyValidInput(string Json);

/// <summary>An input with many changes.</summary>
public sealed record WildInput(string Json);

/// <summary>Draws inputs.</summary>
public static class Inputs
{
    public static Arbitrary<ValidInput> Valid() =>
        Arb.From(Changed(0).Select(json => new ValidInput(json)));

    public static Arbitrary<NearlyValidInput> NearlyValid() =>
        Arb.From(Changed(1).Select(json => new NearlyValidInput(json)));

    public static Arbitrary<WildInput> Wild() =>
        Arb.From(Gen.Choose(2, 12).SelectMany(Changed).Select(json => new WildInput(json)));

    private static Gen<string> Changed(int times) => Enumerable.Repeat(0, times)
        .Aggregate(ValidInputs.Input, (input, _) => input.SelectMany(Changes.One))
        .Select(input => input.ToString());
}
