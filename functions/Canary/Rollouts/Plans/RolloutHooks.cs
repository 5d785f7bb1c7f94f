namespace Canary.Rollouts.Plans;

/// <summary>The hooks of a rollout, by CodeDeploy's names for them.</summary>
/// <param name="BeforeAllowTraffic">Runs when the candidate is Active, before any traffic goes to it.</param>
/// <param name="AfterAllowTraffic">Runs right after the promotion.</param>
public sealed record RolloutHooks(Hook? BeforeAllowTraffic, Hook? AfterAllowTraffic)
{
    /// <summary>Those that there are, with the field of the input that names each.</summary>
    public IEnumerable<(string Field, Hook Hook)> All()
    {
        if (BeforeAllowTraffic is not null) yield return ("hooks.beforeAllowTraffic", BeforeAllowTraffic);
        if (AfterAllowTraffic is not null) yield return ("hooks.afterAllowTraffic", AfterAllowTraffic);
    }
}
