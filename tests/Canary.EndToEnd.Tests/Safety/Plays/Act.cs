namespace Canary.EndToEnd.Tests.Safety.Plays;

/// <summary>What somebody does to a rollout, and when.</summary>
/// <param name="At">When.</param>
/// <param name="Deed">What.</param>
/// <param name="Forgery">The document of <see cref="Deed.Forge"/>; null for every other deed.</param>
/// <param name="Voice">How a word is said.</param>
/// <param name="Seconds">For how long <see cref="Deed.Pause"/> asks; 0 says nothing of that.</param>
internal sealed record Act(Moment At, Deed Deed, Forgery? Forgery = null, Voice Voice = Voice.ByExecution, int Seconds = 0)
{
    /// <summary>The deeds that are a word to a rollout.</summary>
    public static readonly IReadOnlyList<Deed> Words =
        [Deed.Pause, Deed.Resume, Deed.Skip, Deed.Promote, Deed.Abort, Deed.Approve, Deed.Reject];

    /// <summary>Whether it is a word to a rollout.</summary>
    public bool IsWord => Words.Contains(Deed);

    public override string ToString() => $"{At}: {Deed}"
        + (Forgery is null ? "" : $" {Forgery}")
        + (Seconds > 0 ? $" for {Seconds} s" : "")
        + (IsWord ? $", {Voice}" : "");
}
