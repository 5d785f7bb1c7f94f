namespace Canary.Cli.Screens;

/// <summary>Shows a person, or a log, what happens.</summary>
internal interface IRolloutDisplay
{
    /// <summary>Says something that is no rollout's.</summary>
    void Say(string line);

    /// <summary>Shows a rollout until its last frame, and gives that frame.</summary>
    Task<ScreenFrame> FollowAsync(IAsyncEnumerable<ScreenFrame> frames);
}
