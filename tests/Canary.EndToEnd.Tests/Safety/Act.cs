namespace Canary.EndToEnd.Tests.Safety;

/// <summary>What somebody does to a rollout, and when.</summary>
internal sealed record Act(Moment At, Deed Deed)
{
    public override string ToString() => $"{At}: {Deed}";
}
