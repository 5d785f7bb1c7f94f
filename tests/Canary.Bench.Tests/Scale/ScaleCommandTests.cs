using Canary.Bench.Scale;

namespace Canary.Bench.Tests.Scale;

public class ScaleCommandTests
{
    [Fact]
    public void Read_Nothing_IsAllRows() => Assert.Equal(ScaleRows.InOrder, ScaleCommand.Read([], ScaleRows.InOrder));

    [Fact]
    public void Read_Quick_IsAFewRows()
    {
        var rows = ScaleCommand.Read(["--quick"], ScaleRows.InOrder)!;

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.InRange(row.Rollouts, 1, 50));
    }

    [Fact]
    public void Read_Only_IsTheRowOfThatName() =>
        Assert.Equal(200, Assert.Single(ScaleCommand.Read(["--only", "200 at once"], ScaleRows.InOrder)!).Rollouts);

    [Fact]
    public void Read_Hour_IsAsManyRolloutsOfAnHour()
    {
        var row = Assert.Single(ScaleCommand.Read(["--hour", "7"], ScaleRows.InOrder)!);

        Assert.Equal((7, TimeSpan.FromHours(1)), (row.Rollouts, row.Bake));
    }

    [Theory]
    [InlineData("--only", "nobody")]
    [InlineData("--hour", "0")]
    [InlineData("--hour", "many")]
    [InlineData("--slow", "")]
    public void Read_WhatMakesNoSense_IsNull(string option, string value) =>
        Assert.Null(ScaleCommand.Read([option, value], ScaleRows.InOrder));
}
