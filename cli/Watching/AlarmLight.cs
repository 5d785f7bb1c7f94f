namespace Canary.Cli.Watching;

/// <summary>An alarm as it stands.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">CloudWatch's word: OK, ALARM or INSUFFICIENT_DATA.</param>
internal sealed record AlarmLight(string Name, string State)
{
    /// <summary>When it was made, or changed last; null where it is not told.</summary>
    public DateTimeOffset? Made { get; init; }
}
