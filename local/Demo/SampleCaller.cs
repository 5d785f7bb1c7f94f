using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;

namespace Canary.Local.Demo;

/// <summary>One user of the sample function: calls it through its alias and counts what comes of it.</summary>
internal sealed class SampleCaller(IAmazonLambda lambda, TrafficTally tally)
{
    private const string Event = """{"name":"canary"}""";

    /// <summary>Calls it once. A request that was not served is counted, not thrown.</summary>
    public async Task CallAsync()
    {
        try
        {
            var answer = await lambda.InvokeAsync(new InvokeRequest { FunctionName = Sample.Function, Qualifier = Sample.Alias, Payload = Event });
            tally.Served(answer.ExecutedVersion, answer.FunctionError is { Length: > 0 });
        }
        catch (Exception fault) when (fault is AmazonClientException or HttpRequestException or IOException or OperationCanceledException)
        {
            tally.Refused();
        }
    }
}
