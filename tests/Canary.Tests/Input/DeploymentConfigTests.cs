using Canary.Input;
using Canary.Rollouts;

namespace Canary.Tests.Input;

public class DeploymentConfigTests
{
    [Theory]
    [InlineData("Canary10Percent5Minutes", "CANARY_10PERCENT_5MINUTES", "10/300 100/0")]
    [InlineData("Canary10Percent10Minutes", "CANARY_10PERCENT_10MINUTES", "10/600 100/0")]
    [InlineData("Canary10Percent15Minutes", "CANARY_10PERCENT_15MINUTES", "10/900 100/0")]
    [InlineData("Canary10Percent30Minutes", "CANARY_10PERCENT_30MINUTES", "10/1800 100/0")]
    [InlineData(
        "Linear10PercentEvery1Minute",
        "LINEAR_10PERCENT_EVERY_1MINUTE",
        "10/60 20/60 30/60 40/60 50/60 60/60 70/60 80/60 90/60 100/0")]
    [InlineData(
        "Linear10PercentEvery2Minutes",
        "LINEAR_10PERCENT_EVERY_2MINUTES",
        "10/120 20/120 30/120 40/120 50/120 60/120 70/120 80/120 90/120 100/0")]
    [InlineData(
        "Linear10PercentEvery3Minutes",
        "LINEAR_10PERCENT_EVERY_3MINUTES",
        "10/180 20/180 30/180 40/180 50/180 60/180 70/180 80/180 90/180 100/0")]
    [InlineData(
        "Linear10PercentEvery10Minutes",
        "LINEAR_10PERCENT_EVERY_10MINUTES",
        "10/600 20/600 30/600 40/600 50/600 60/600 70/600 80/600 90/600 100/0")]
    [InlineData("AllAtOnce", "ALL_AT_ONCE", "100/0")]
    public void Find_ANameOfCodeDeployOrTheCdk_GivesItsSteps(string name, string constant, string steps)
    {
        Assert.Equal(steps, Shown(DeploymentConfig.Find(name)));
        Assert.Equal(steps, Shown(DeploymentConfig.Find("CodeDeployDefault.Lambda" + name)));
        Assert.Equal(steps, Shown(DeploymentConfig.Find("Lambda" + name)));
        Assert.Equal(steps, Shown(DeploymentConfig.Find(constant)));
    }

    [Fact]
    public void Names_AreCodeDeploysNine() => Assert.Equal(9, DeploymentConfig.Names.Count);

    [Theory]
    [InlineData("canary10percent5minutes")]
    [InlineData("Canary10Percent5Minute")]
    [InlineData("CodeDeployDefault.ECSAllAtOnce")]
    [InlineData("CodeDeployDefault.AllAtOnce")]
    [InlineData("CANARY_10_PERCENT_5_MINUTES")]
    [InlineData("LambdaCANARY_10PERCENT_5MINUTES")]
    [InlineData("")]
    public void Find_AnotherName_GivesNothing(string name) => Assert.Null(DeploymentConfig.Find(name));

    private static string Shown(IReadOnlyList<Step>? steps) =>
        string.Join(" ", steps!.Select(step => $"{step.Weight.Percent:0}/{step.BakeSeconds}"));
}
