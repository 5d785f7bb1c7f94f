using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;

namespace Canary.Compat.Tests.Lambda.Runtime;

public class LambdaContextTests
{
    [Theory]
    [InlineData(3_500, 1_000, 2_500)]
    [InlineData(1_000, 1_500, -500)]
    public void RemainingTime_IsTheDeadlineLessNow(long deadline, long now, double expected)
    {
        using var response = new HttpResponseMessage();
        response.Headers.Add("Lambda-Runtime-Aws-Request-Id", "1");
        response.Headers.Add("Lambda-Runtime-Deadline-Ms", $"{deadline}");
        var context = new LambdaContext(
            new RuntimeApiHeaders(response.Headers), new LambdaVariables("", "orders", "7", 256, "", ""), new Standing(now));

        Assert.Equal(expected, context.RemainingTime.TotalMilliseconds);
    }

    [Fact]
    public void Logger_AMessageWithPlaces_IsOneLineWithTimeRequestAndLevel()
    {
        using var output = new StringWriter();
        ILambdaLogger logger = new LambdaConsoleLogger("42", output, new Standing(0));

        logger.LogWarning("{alias} is at {weight:0.0} of {{1}}", "live", 0.5);

        Assert.Equal("1970-01-01T00:00:00.000Z\t42\twarn\tlive is at 0.5 of {1}" + Environment.NewLine, output.ToString());
    }

    [Fact]
    public void Logger_LessThanInformation_IsDropped()
    {
        using var output = new StringWriter();
        ILambdaLogger logger = new LambdaConsoleLogger("42", output, new Standing(0));

        logger.LogDebug("nothing");
        logger.LogError(new InvalidOperationException("broken"), "");

        Assert.Equal(
            "1970-01-01T00:00:00.000Z\t42\tfail\tSystem.InvalidOperationException: broken" + Environment.NewLine,
            output.ToString());
    }

    private sealed class Standing(long milliseconds) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
    }
}
