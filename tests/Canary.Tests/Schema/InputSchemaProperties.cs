using Canary.Tests.Rollouts;
using FsCheck.Xunit;

namespace Canary.Tests.Schema;

/// <summary>The schema takes an input exactly where the reader finds no fault in its shape.</summary>
public class InputSchemaProperties
{
    [Property(Arbitrary = [typeof(Inputs)], MaxTest = 100)]
    public void AValidInput_IsTakenByBoth(ValidInput input)
    {
        Assert.Empty(Given.Read(input.Json).Faults);
        Assert.True(SchemaFile.Input.Accepts(input.Json), input.Json);
    }

    [Property(Arbitrary = [typeof(Inputs)], MaxTest = 300)]
    public void AnInputWithOneChange_IsRefusedByBothOrByNeither(NearlyValidInput input) =>
        Assert.True(Agree(input.Json), Told(input.Json));

    [Theory]
    [MemberData(nameof(InputSamples.All), MemberType = typeof(InputSamples))]
    public void ASample_WithEachChangeOfEachOfItsParts_IsRefusedByBothOrByNeither(string sample, string[] kept)
    {
        Assert.Empty(Given.Read(sample).Faults);
        Assert.True(SchemaFile.Input.Accepts(sample));
        foreach (var changed in Changes.All(Tree.Parse(sample), kept).Select(changed => changed.ToString()))
            if (!Agree(changed)) Assert.Fail(Told(changed));
    }

    [Property(Arbitrary = [typeof(Inputs)], MaxTest = 200)]
    public void AWildInput_IsRefusedByBothOrByNeither(WildInput input) =>
        Assert.True(Agree(input.Json), Told(input.Json));

    // A rule that an input breaks may keep the reader from looking at what depends on it. InputRuleTests has each rule alone.
    private static bool Agree(string input)
    {
        var faults = Given.Read(input).Faults;
        return SchemaFile.Input.Accepts(input) ? faults.All(RuleFaults.IsOne) : faults.Count > 0;
    }

    private static string Told(string input) => string.Join('\n', Given.Read(input).Faults.Append(input));
}
