using Amazon.Lambda.Model;

namespace Canary.Compat.Tests.Aws.Lambda;

public class LambdaEventSourceTests
{
    [Fact]
    public async Task ListEventSourceMappings_AsksForTheAliasAndReadsEveryMember()
    {
        await using var service = await FakeService.Playing(Answer.Json("""
            {"NextMarker":"more","EventSourceMappings":[{"UUID":"id","BatchSize":100,"MaximumBatchingWindowInSeconds":30,
             "EventSourceArn":"arn:stream","FunctionArn":"arn:orders:live","State":"Enabled","MaximumRetryAttempts":-1,
             "MaximumRecordAgeInSeconds":60,"BisectBatchOnFunctionError":true,"TumblingWindowInSeconds":0,"Topics":["log"],
             "FunctionResponseTypes":["ReportBatchItemFailures"],"EventSourceMappingArn":"arn:mapping",
             "DestinationConfig":{"OnFailure":{"Destination":"arn:failed"},"OnSuccess":{}}}]}
            """));

        var page = await service.Lambda().ListEventSourceMappingsAsync(
            new ListEventSourceMappingsRequest { FunctionName = "orders:live", MaxItems = 100 });

        Assert.Equal(
            ("GET", "/2015-03-31/event-source-mappings?FunctionName=orders%3Alive&MaxItems=100"),
            (service.Only.Method, service.Only.Target));
        Assert.Empty(service.Only.Body);
        Assert.Equal("more", page.NextMarker);
        var mapping = Assert.Single(page.EventSourceMappings);
        Assert.Equal(("id", "arn:mapping", "Enabled"), (mapping.UUID, mapping.EventSourceMappingArn, mapping.State));
        Assert.Equal(("arn:stream", "arn:orders:live"), (mapping.EventSourceArn, mapping.FunctionArn));
        Assert.Equal(
            (100, 30, -1, 60, 0, true),
            (mapping.BatchSize, mapping.MaximumBatchingWindowInSeconds, mapping.MaximumRetryAttempts,
                mapping.MaximumRecordAgeInSeconds, mapping.TumblingWindowInSeconds, mapping.BisectBatchOnFunctionError));
        Assert.Equal(["log"], mapping.Topics);
        Assert.Equal(["ReportBatchItemFailures"], mapping.FunctionResponseTypes);
        Assert.Equal("arn:failed", mapping.DestinationConfig.OnFailure.Destination);
        Assert.Null(mapping.DestinationConfig.OnSuccess.Destination);
    }

    [Fact]
    public async Task ListEventSourceMappings_ThereIsNone_IsAnEmptyList()
    {
        await using var service = await FakeService.Playing(Answer.Json("""{"EventSourceMappings":[]}"""));

        var page = await service.Lambda().ListEventSourceMappingsAsync(new ListEventSourceMappingsRequest());

        Assert.Empty(page.EventSourceMappings);
        Assert.Equal("/2015-03-31/event-source-mappings", service.Only.Target);
    }
}
