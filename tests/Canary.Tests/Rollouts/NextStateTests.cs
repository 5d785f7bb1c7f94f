using System.Text.Json;
using Canary.Rollouts;

namespace Canary.Tests.Rollouts;

/// <summary>States as documents name them, also those of other releases.</summary>
public class NextStateTests
{
    [Theory]
    [InlineData("ShiftWeight", NextState.ShiftWeight)]
    [InlineData("AskApproval", NextState.Bake)]
    [InlineData("3", NextState.Bake)]
    [InlineData("shiftWeight", NextState.Bake)]
    public void Read_AName_IsTheStateOrOneThatChangesNothing(string name, NextState wanted) =>
        Assert.Equal(wanted, JsonSerializer.Deserialize<NextState>($"\"{name}\""));

    [Theory]
    [InlineData("3")]
    [InlineData("null")]
    [InlineData("{}")]
    public void Read_WhatIsNoName_IsRefused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<NextState>(json));

    [Fact]
    public void Write_EveryState_IsItsName() =>
        Assert.All(Enum.GetValues<NextState>(), state => Assert.Equal($"\"{state}\"", JsonSerializer.Serialize(state)));
}
