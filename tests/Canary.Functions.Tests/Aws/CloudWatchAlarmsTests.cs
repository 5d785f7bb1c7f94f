using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using Canary.Functions.Aws;
using Canary.Ports;

namespace Canary.Functions.Tests.Aws;

/// <summary>Alarms as CloudWatch describes them.</summary>
public sealed class CloudWatchAlarmsTests
{
    [Fact]
    public async Task Read_BothKinds_AreToldWithTheirStates()
    {
        using var cloudWatch = new Answering(new()
        {
            MetricAlarms =
            [
                new() { AlarmName = "bad", StateValue = "ALARM", StateReason = "why" },
                new() { AlarmName = "good", StateValue = "OK" },
                new() { AlarmName = "mute", StateValue = "INSUFFICIENT_DATA" },
            ],
            CompositeAlarms = [new() { AlarmName = "both", StateValue = "ALARM" }],
        });

        var read = await new CloudWatchAlarms(cloudWatch).ReadAsync(["bad", "good", "mute", "both"]);

        Assert.Equal(
            [
                new("bad", AlarmState.Alarm, "why"),
                new("good", AlarmState.Ok, null),
                new("mute", AlarmState.InsufficientData, null),
                new("both", AlarmState.Alarm, null),
            ],
            read);
        Assert.Equal(["bad", "good", "mute", "both"], cloudWatch.Asked!.AlarmNames);
        Assert.Equal(2, cloudWatch.Asked.AlarmTypes.Count);
    }

    [Fact]
    public async Task Read_NoNames_AsksForNothing()
    {
        // Without names CloudWatch would answer with every alarm of the account.
        using var cloudWatch = new Answering(new() { MetricAlarms = [new() { AlarmName = "anybody's", StateValue = "ALARM" }] });

        Assert.Empty(await new CloudWatchAlarms(cloudWatch).ReadAsync([]));
        Assert.Null(cloudWatch.Asked);
    }

    [Fact]
    public async Task Read_NoneExists_IsEmpty()
    {
        using var cloudWatch = new Answering(new());

        Assert.Empty(await new CloudWatchAlarms(cloudWatch).ReadAsync(["gone"]));
    }

    private sealed class Answering(DescribeAlarmsResponse answer)
        : AmazonCloudWatchClient(new AnonymousAWSCredentials(), new AmazonCloudWatchConfig { ServiceURL = "http://localhost" })
    {
        public DescribeAlarmsRequest? Asked { get; private set; }

        public override Task<DescribeAlarmsResponse> DescribeAlarmsAsync(
            DescribeAlarmsRequest request, CancellationToken cancellationToken = default)
        {
            Asked = request;
            return Task.FromResult(answer);
        }
    }
}
