namespace Canary.Cli.Starting;

/// <summary>What is done where another rollout holds the alias.</summary>
internal enum IfBusy
{
    /// <summary>Nothing is started.</summary>
    Fail,

    /// <summary>It is waited for.</summary>
    Wait,

    /// <summary>It is told to give the alias back, and waited for.</summary>
    Supersede,

    /// <summary>Nobody looks: the rollout finds out by itself.</summary>
    Start,
}
