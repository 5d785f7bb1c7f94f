using Amazon.Lambda.Core;
using Amazon.Lambda.TestUtilities;

namespace Canary.Compat.Tests.Lambda.TestUtilities;

public class TestLambdaLoggerTests
{
    private readonly TestLambdaLogger _logger = new();

    [Fact]
    public void Log_ThenLogLine_KeepsBothAsTheyAre()
    {
        _logger.Log("a");
        _logger.LogLine("b");

        Assert.Equal("ab" + Environment.NewLine, _logger.Buffer.ToString());
    }

    [Fact]
    public void LogWarning_WithPlaces_ListsTheArgumentsBelow()
    {
        ((ILambdaLogger)_logger).LogWarning("{alias} is at {weight}", "live", 0.5);

        Assert.Equal("Warning: {alias} is at {weight}\n\tlive\n\t0.5\n\n".ReplaceLineEndings(), _logger.Buffer.ToString());
    }

    [Fact]
    public void LogError_WithAnException_EndsWithIt()
    {
        ((ILambdaLogger)_logger).LogError(new InvalidOperationException("broken"), "It is");

        Assert.Equal(
            "Error: It is\nSystem.InvalidOperationException: broken\n\n".ReplaceLineEndings(),
            _logger.Buffer.ToString());
    }

    [Fact]
    public void TestLambdaContext_OutOfTheBox_HasATestLogger() => Assert.IsType<TestLambdaLogger>(new TestLambdaContext().Logger);
}
