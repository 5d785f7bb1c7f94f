using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;

namespace Canary.Cli.Traffic;

/// <summary>One user of a function: calls it through its alias and counts what comes of it.</summary>
internal sealed class AliasCaller(IAmazonLambda lambda, string function, string alias, TrafficTally tally)
{
    private const string Event = """{"name":"canary"}""";

    /// <summary>Calls it once. A request that was not served is counted, not thrown.</summary>
    public async Task CallAsync()
    {
        try
        {
            var answer =
                await lambda.InvokeAsync(new InvokeRequest { FunctionName = function, Qualifier = alias, Payload = Event });
            tally.Served(answer.ExecutedVersion, answer.FunctionError is { Length: > 0 });
        }
        catch (Exception fault) when (fault is AmazonClientException
            or HttpRequestException or IOException or OperationCanceledException)
        {
            tally.Refused();
        }
    }
}
