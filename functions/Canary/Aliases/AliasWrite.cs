namespace Canary.Aliases;

/// <summary>One change of an alias, made in one call.</summary>
/// <param name="State">Where its traffic is to go.</param>
/// <param name="Description">What its description is to be, empty for none; null leaves the one that it has.</param>
public sealed record AliasWrite(AliasState State, string? Description)
{
    /// <summary>What an alias with provisioned concurrency shows at first, or null: that is Lambda's own shift.</summary>
    public AliasState? Meanwhile { get; init; }

    /// <summary>Whether the alias is as this change makes it, whatever word somebody has written behind the mark since.</summary>
    public bool IsDoneIn(Alias alias) =>
        (alias.State == State || alias.State == Meanwhile)
        && (Description is null || Hold.Bare(Description) == Hold.Bare(alias.Description));
}
