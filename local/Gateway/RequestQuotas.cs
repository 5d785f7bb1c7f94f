using Canary.Local.Wire;

namespace Canary.Local.Gateway;

/// <summary>
/// How many API requests AWS takes from one account in one Region, on the embedded AWS's clock. A quota "per second" without a
/// bucket's size is a bucket of one second. Calls without a documented quota pass. Thread-safe.
/// </summary>
/// <param name="clock">Refills the buckets.</param>
/// <param name="region">Step Functions is more generous in its three largest Regions.</param>
internal sealed class RequestQuotas(TimeProvider clock, string region)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TokenBucket> _buckets = [];
    private readonly bool _isLarge = region is "us-east-1" or "us-west-2" or "eu-west-1";

    /// <summary>Takes a call's token; false if there is none left.</summary>
    public bool TryTake(ApiCall call)
    {
        if (Quota(call) is not var (bucket, size, perSecond)) return true;
        lock (_gate)
        {
            if (!_buckets.TryGetValue(bucket, out var tokens)) _buckets[bucket] = tokens = new TokenBucket(size, perSecond);
            return tokens.TryTake(clock.GetUtcNow());
        }
    }

    private (string Bucket, double Size, double PerSecond)? Quota(ApiCall call) => call.Service switch
    {
        "lambda" => Lambda(call.Operation),
        "cloudwatch" => CloudWatch(call.Operation) is { } rate ? ($"cloudwatch:{call.Operation}", rate, rate) : null,
        "states" => States(call.Operation) is var (size, refill) ? ($"states:{call.Operation}", size, refill) : null,
        _ => null,
    };

    /// <summary>
    /// Lambda developer guide, "Lambda quotas", API requests: all control-plane calls but two share one quota. Invoke has others.
    /// </summary>
    private static (string Bucket, double Size, double PerSecond)? Lambda(string operation) => operation switch
    {
        "Invoke" or "InvokeAsync" or "InvokeWithResponseStream" => null,
        "GetFunction" => ("lambda:GetFunction", 100, 100),
        "GetPolicy" => ("lambda:GetPolicy", 15, 15),
        _ => ("lambda", 15, 15),
    };

    /// <summary>CloudWatch user guide, "CloudWatch service quotas".</summary>
    private static double? CloudWatch(string operation) => operation switch
    {
        "DescribeAlarms" => 9,
        "GetMetricData" => 50,
        "PutMetricAlarm" => 3,
        _ => null,
    };

    /// <summary>
    /// Step Functions developer guide, "Quotas related to API action throttling", Standard workflows: bucket size and refill
    /// rate.
    /// </summary>
    private (double Size, double PerSecond)? States(string operation) => (operation, _isLarge) switch
    {
        ("StartExecution", true) => (1300, 300),
        ("StartExecution", false) => (800, 150),
        ("StopExecution", true) => (1000, 200),
        ("StopExecution", false) => (500, 25),
        ("DescribeExecution", true) => (300, 15),
        ("DescribeExecution", false) => (250, 10),
        ("ListExecutions", true) => (200, 5),
        ("ListExecutions", false) => (100, 2),
        ("GetExecutionHistory", _) => (400, 20),
        ("SendTaskSuccess" or "SendTaskFailure" or "SendTaskHeartbeat", true) => (3000, 500),
        ("SendTaskSuccess" or "SendTaskFailure" or "SendTaskHeartbeat", false) => (1500, 300),
        _ => null,
    };
}
