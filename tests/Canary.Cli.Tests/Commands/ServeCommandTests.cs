using Canary.Cli.Setup;

namespace Canary.Cli.Tests.Commands;

public class ServeCommandTests
{
    [Theory]
    [InlineData("serve", "--port", "4566", "--speed", "2.5", "--traffic", "0")]
    [InlineData("serve", "--port=4566", "--speed=2.5", "--traffic", "0")]
    public void Serve_WithOptions_TakesThem(params string[] arguments) =>
        Assert.Equal(new StackOptions(2.5, 0) { Port = 4566 }, Typed.Serve(arguments).Stack);

    [Theory]
    [InlineData(1, "serve")]
    [InlineData(0, "serve", "--delays", "0")]
    [InlineData(0.1, "serve", "--delays=0.1")]
    public void Serve_Delays_AreAwsOwnUnlessTheyAreGiven(double delays, params string[] arguments) =>
        Assert.Equal(delays, Typed.Serve(arguments).Delays);

    [Fact]
    public void Serve_Release_TakesItsFolder() =>
        Assert.Equal("canary-arm64", Typed.Serve("serve", "--release", "canary-arm64").Stack.Release);

    [Fact]
    public void Serve_Quotas_TakesNoValue() =>
        Assert.Equal(new StackOptions(2, 8) { HasRequestQuotas = true }, Typed.Serve("serve", "--quotas", "--speed", "2").Stack);

    [Fact]
    public void Serve_Faults_KeepsThemInOrder() => Assert.Equal(
        ["lambda:UpdateAlias throttle x3", "function:orders late 90s"],
        Typed.Serve("serve", "--fault", "lambda:UpdateAlias throttle x3", "--fault=function:orders late 90s")
            .Faults.Select(fault => $"{fault}"));

    [Theory]
    [InlineData(4, "serve", "--speed", "1")]
    [InlineData(40, "serve")]
    [InlineData(60, "serve", "--speed", "20")]
    [InlineData(0, "serve", "--traffic", "0")]
    public void Serve_NoTraffic_IsWhatSuitsTheSpeed(double traffic, params string[] arguments) =>
        Assert.Equal(traffic, Typed.Serve(arguments).Stack.Traffic);
}
