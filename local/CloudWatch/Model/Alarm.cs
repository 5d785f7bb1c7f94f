namespace Canary.Local.CloudWatch.Model;

/// <summary>An alarm of either kind: what it was told to watch, and the state that it is in.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="ConfigurationUpdated">When it was last put.</param>
/// <param name="State">The state that it is in.</param>
public abstract record Alarm(string Arn, DateTimeOffset ConfigurationUpdated, AlarmStateRecord State)
{
    /// <summary>Unique in the Region, among both kinds.</summary>
    public string Name => Common.Name;

    /// <summary>What both kinds are configured with.</summary>
    public abstract AlarmConfiguration Common { get; }
}
