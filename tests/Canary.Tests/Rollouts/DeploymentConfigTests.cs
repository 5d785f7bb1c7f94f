using Canary.Rollouts;

namespace Canary.Tests.Rollouts;

public class DeploymentConfigTests
{
    [Theory]
    [InlineData("Canary10Percent5Minutes", "10/300 100/0")]
    [InlineData("Canary10Percent10Minutes", "10/600 100/0")]
    [InlineData("Canary10Percent15Minutes", "10/900 100/0")]
    [InlineData("Canary10Percent30Minutes", "10/1800 100/0")]
    [InlineData("Linear10PercentEvery1Minute", "10/60 20/60 30/60 40/60 50/60 60/60 70/60 80/60 90/60 100/0")]
    [InlineData("Linear10PercentEvery2Minutes", "10/120 20/120 30/120 40/120 50/120 60/120 70/120 80/120 90/120 100/0")]
    [InlineData("Linear10PercentEvery3Minutes", "10/180 20/180 30/180 40/180 50/180 60/180 70/180 80/180 90/180 100/0")]
    [InlineData("Linear10PercentEvery10Minutes", "10/600 20/600 30/600 40/600 50/600 60/600 70/600 80/600 90/600 100/0")]
    [InlineData("AllAtOnce", "100/0")]
    public void Find_ANameOfCodeDeploy_GivesItsSteps(string name, string steps)
    {
        Assert.Equal(steps, Shown(DeploymentConfig.Find(name)));
        Assert.Equal(steps, Shown(DeploymentConfig.Find("CodeDeployDefault.Lambda" + name)));
    }

    [Fact]
    public void Names_AreCodeDeploysNine() => Assert.Equal(9, DeploymentConfig.Names.Count);

    [Theory]
    [InlineData("canary10percent5minutes")]
    [InlineData("Canary10Percent5Minute")]
    [InlineData("CodeDeployDefault.ECSAllAtOnce")]
    [InlineData("")]
    public void Find_AnotherName_GivesNothing(string name) => Assert.Null(DeploymentConfig.Find(name));

    private static string Shown(IReadOnlyList<Step>? steps) => string.Join(" ", steps!.Select(step => $"{step.Weight.Percent:0}/{step.BakeSeconds}"));
}
