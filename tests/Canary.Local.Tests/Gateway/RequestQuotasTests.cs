using Canary.Local.Clocks;
using Canary.Local.Faults;
using Canary.Local.Gateway;
using Canary.Local.Wire;

namespace Canary.Local.Tests.Gateway;

public class RequestQuotasTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly VirtualClock _clock = new(Start);

    [Theory]
    [InlineData("lambda:GetFunction", "us-east-1", 100, 100)]
    [InlineData("lambda:GetPolicy", "us-east-1", 15, 15)]
    [InlineData("lambda:UpdateAlias", "us-east-1", 15, 15)]
    [InlineData("cloudwatch:DescribeAlarms", "us-east-1", 9, 9)]
    [InlineData("cloudwatch:GetMetricData", "us-east-1", 50, 50)]
    [InlineData("cloudwatch:PutMetricAlarm", "us-east-1", 3, 3)]
    [InlineData("states:StartExecution", "us-east-1", 1300, 300)]
    [InlineData("states:StartExecution", "eu-central-1", 800, 150)]
    [InlineData("states:StopExecution", "eu-west-1", 1000, 200)]
    [InlineData("states:StopExecution", "eu-central-1", 500, 25)]
    [InlineData("states:DescribeExecution", "us-west-2", 300, 15)]
    [InlineData("states:DescribeExecution", "eu-central-1", 250, 10)]
    [InlineData("states:ListExecutions", "us-east-1", 200, 5)]
    [InlineData("states:GetExecutionHistory", "eu-central-1", 400, 20)]
    [InlineData("states:SendTaskSuccess", "us-east-1", 3000, 500)]
    [InlineData("states:SendTaskFailure", "eu-central-1", 1500, 300)]
    public async Task TryTake_Calls_AreTakenUntilTheBucketIsEmptyAndAsItRefills(
        string call, string region, int size, int perSecond)
    {
        var quotas = new RequestQuotas(_clock, region);

        Assert.Equal(size, Taken(quotas, call));
        await _clock.RunUntilAsync(Start.AddSeconds(1));
        Assert.Equal(perSecond, Taken(quotas, call));
        await _clock.RunUntilAsync(Start.AddDays(1));
        Assert.Equal(size, Taken(quotas, call));
    }

    [Fact]
    public void TryTake_LambdasControlPlane_SharesOneQuota()
    {
        var quotas = new RequestQuotas(_clock, "us-east-1");

        Assert.Equal(15, Taken(quotas, "lambda:GetAlias"));

        Assert.Equal(0, Taken(quotas, "lambda:UpdateAlias"));
        Assert.Equal(100, Taken(quotas, "lambda:GetFunction"));
        Assert.Equal(15, Taken(quotas, "lambda:GetPolicy"));
    }

    [Theory]
    [InlineData("lambda:Invoke")]
    [InlineData("cloudwatch:ListMetrics")]
    [InlineData("function:orders")]
    public void TryTake_WithoutAQuota_Passes(string call) =>
        Assert.Equal(5000, Taken(new RequestQuotas(_clock, "us-east-1"), call));

    [Fact]
    public async Task PassAsync_AboveTheQuota_IsTheServicesThrottlingErrorAndHasNoEffect()
    {
        using var door = new FrontDoor(_clock, new AwsAccount(), new FaultRegistry(_clock), hasQuotas: true);
        var effects = 0;
        for (var i = 0; i < 15; i++) await door.PassAsync(new ApiCall("lambda", "UpdateAlias"), _ => ++effects);

        var refusal = await Assert.ThrowsAsync<AwsException>(
            () => door.PassAsync(new ApiCall("lambda", "UpdateAlias"), _ => ++effects));

        Assert.Equal(
            (429, "TooManyRequestsException", "CallerRateLimitExceeded", 15),
            (refusal.StatusCode, refusal.Code, refusal.Members["Reason"], effects));
        await _clock.RunUntilAsync(Start.AddSeconds(1));
        Assert.Equal(16, await door.PassAsync(new ApiCall("lambda", "UpdateAlias"), _ => ++effects));
    }

    private static int Taken(RequestQuotas quotas, string call)
    {
        var (service, operation) = (call.Split(':')[0], call.Split(':')[1]);
        return Enumerable.Range(0, 5000).TakeWhile(_ => quotas.TryTake(new ApiCall(service, operation))).Count();
    }
}
