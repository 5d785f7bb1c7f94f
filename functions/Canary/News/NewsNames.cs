namespace Canary.News;

/// <summary>What events are called by, so that rules can match them.</summary>
public static class NewsNames
{
    /// <summary>The source of all of them.</summary>
    public const string Source = "canary";

    /// <summary>An event's detail-type.</summary>
    public static string DetailType(NewsKind kind) => kind switch
    {
        NewsKind.ApprovalRequested => "Canary Rollout Approval Requested",
        NewsKind.RolledBack => "Canary Rollout Rolled Back",
        NewsKind.AliasRestored => "Canary Alias Restored",
        _ => $"Canary Rollout {kind}",
    };
}
