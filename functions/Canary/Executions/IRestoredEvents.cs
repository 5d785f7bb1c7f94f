namespace Canary.Executions;

/// <summary>The port to those who want to know of aliases that were given back.</summary>
public interface IRestoredEvents
{
    /// <summary>Tells them.</summary>
    Task SendAsync(IReadOnlyList<AliasRestored> restored);
}
