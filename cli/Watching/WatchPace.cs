namespace Canary.Cli.Watching;

/// <summary>
/// How often an onlooker looks. Each look is a call, which AWS counts against a quota that the rollouts themselves need.
/// </summary>
/// <param name="Pause">Between two looks at the history.</param>
/// <param name="Alias">Between two looks at the alias while nothing in the history says that it has changed.</param>
/// <param name="Alarms">Between two looks at the alarms.</param>
internal sealed record WatchPace(TimeSpan Pause, TimeSpan Alias, TimeSpan Alarms)
{
    /// <summary>
    /// For AWS itself: it takes 15 looks at aliases a second from all of an account and Region, and 9 at alarms.
    /// </summary>
    public static WatchPace Sparing { get; } =
        new(TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(15));

    /// <summary>For an AWS on this machine, whose time may run faster.</summary>
    public static WatchPace Quick { get; } = new(TimeSpan.FromMilliseconds(200), TimeSpan.Zero, TimeSpan.Zero);
}
