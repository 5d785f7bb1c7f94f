using System.Net;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Canary.Functions.Aws;
using Canary.Functions.Tests.Fakes;
using Canary.Ports;

namespace Canary.Functions.Tests.Aws;

/// <summary>Event source mappings as Lambda describes them.</summary>
public sealed class LambdaEventSourcesTests
{
    private const string Queue = "arn:aws:sqs:us-east-1:123456789012:orders";

    [Fact]
    public async Task List_AMappingOfEachKind_IsRead()
    {
        using var lambda = new FakeLambda(new ListEventSourceMappingsResponse
        {
            EventSourceMappings =
            [
                new()
                {
                    EventSourceArn = Queue,
                    State = "Enabled",
                    MaximumBatchingWindowInSeconds = 30,
                    FunctionResponseTypes = ["ReportBatchItemFailures"],
                },
                new()
                {
                    EventSourceArn = "arn:stream",
                    State = "Disabled",
                    MaximumRetryAttempts = -1,
                    TumblingWindowInSeconds = 60,
                    DestinationConfig = new() { OnFailure = new() { Destination = Queue } },
                },
                new() { State = "Updating", MaximumRetryAttempts = 0, DestinationConfig = new() },
            ],
            NextMarker = "more",
        });

        var all = await new LambdaEventSources(lambda).ListAsync("123456789012:function:orders", "live");

        Assert.Equal(
            [
                new EventSource(Queue) { WindowSeconds = 30, ReportsItems = true },
                new EventSource("arn:stream") { IsEnabled = false, TumblingSeconds = 60, HasDestination = true },
                new EventSource(null) { Retries = 0 },
            ],
            all!);
        var asked = Assert.IsType<ListEventSourceMappingsRequest>(Assert.Single(lambda.Requests));
        Assert.Equal("123456789012:function:orders:live", asked.FunctionName);
    }

    [Theory]
    [InlineData("TooManyRequestsException", 429)]
    [InlineData("AccessDeniedException", 403)]
    [InlineData("ServiceException", 500)]
    [InlineData("InvalidParameterValueException", 400)]
    public async Task List_WhateverKeepsAwsFromTelling_IsNoAnswerAndNoFault(string code, int status)
    {
        using var lambda = new FakeLambda(
            new AmazonServiceException("no", null!, ErrorType.Unknown, code, "1", (HttpStatusCode)status));

        Assert.Null(await new LambdaEventSources(lambda).ListAsync("orders", "live"));
    }

    [Fact]
    public async Task List_AnAnswerThatDoesNotCome_IsNoAnswerAndNoFault()
    {
        using var lambda = new FakeLambda(new TaskCanceledException("given up"));

        Assert.Null(await new LambdaEventSources(lambda).ListAsync("orders", "live"));
    }
}
