using Canary.Local.Deploy.Plan;

namespace Canary.Local.Tests.Deploy.Plan;

public sealed class PlannedStateMachineTests
{
    [Fact]
    public void Substitute_EveryName_IsReplacedWhereverItOccurs() =>
        Assert.Equal(
            """{"a":"arn:x","b":"arn:x arn:y","c":"$.d"}""",
            Machine("X", "Y").Substitute("""{"a":"${X}","b":"${X} ${Y}","c":"$.d"}"""));

    [Theory]
    [InlineData("${X} ${Z}", "m.json names ${Z}, but DefinitionSubstitutions of 'M' has only: X.")]
    [InlineData("{}", "DefinitionSubstitutions of 'M' has 'X', which m.json does not name.")]
    public void Substitute_NamesThatDoNotMatch_AreRefused(string definition, string message) =>
        Assert.Equal(message, Assert.Throws<TemplateException>(() => Machine("X").Substitute(definition)).Message);

    private static PlannedStateMachine Machine(params string[] names) =>
        new("M", "m", "arn:m", "arn:r", "m.json", names.ToDictionary(name => name, name => $"arn:{name.ToLowerInvariant()}"));
}
