namespace Canary.EndToEnd.Tests.Safety.Plays;

/// <summary>What a crowd uses up.</summary>
internal enum Share
{
    /// <summary>The 15 calls a second of Lambda's control plane.</summary>
    ControlPlane,

    /// <summary>GetFunction, which has a quota of its own.</summary>
    Functions,

    /// <summary>DescribeAlarms.</summary>
    Alarms,

    /// <summary>GetMetricData.</summary>
    Metrics,

    /// <summary>What Step Functions tells of its executions.</summary>
    Executions,

    /// <summary>The account's concurrent executions: no function runs.</summary>
    Concurrency,

    /// <summary>All of these.</summary>
    All,
}
