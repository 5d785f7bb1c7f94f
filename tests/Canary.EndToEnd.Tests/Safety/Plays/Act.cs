namespace Canary.EndToEnd.Tests.Safety.Plays;

/// <summary>What somebody does to a rollout, and when.</summary>
/// <param name="At">When.</param>
/// <param name="Deed">What.</param>
/// <param name="Forgery">The document of <see cref="Deed.Forge"/>; null for every other deed.</param>
internal sealed record Act(Moment At, Deed Deed, Forgery? Forgery = null)
{
    public override string ToString() => Forgery is null ? $"{At}: {Deed}" : $"{At}: {Deed} {Forgery}";
}
