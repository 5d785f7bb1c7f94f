namespace Canary.Wording;

/// <summary>Where an ARN's owner is. A rollout works where its own execution runs, and nowhere else.</summary>
/// <param name="Partition">Such as <c>aws</c> or <c>aws-cn</c>.</param>
/// <param name="Region">The Region.</param>
/// <param name="Account">The account's number.</param>
internal sealed record Place(string Partition, string Region, string Account)
{
    /// <summary>Where an execution runs, by its ARN; null for what is none.</summary>
    public static Place? Of(string execution) =>
        execution.Split(':') is ["arn", var partition, "states", var region, var account, ..]
            ? new(partition, region, account)
            : null;

    /// <summary>
    /// In what another place differs from this one, as a sentence goes on; null where it does not.
    /// A null part is not told, and so is this one's.
    /// </summary>
    public string? FaultOf(string? partition, string? region, string? account)
    {
        (string Name, string? Is, string Must)[] parts =
            [("partition", partition, Partition), ("Region", region, Region), ("account", account, Account)];
        var wrong = parts.Where(part => part.Is is not null && part.Is != part.Must).ToList();
        return wrong.Count == 0
            ? null
            : $"is in {string.Join(", ", wrong.Select(part => $"{part.Name} {part.Is}"))}, "
                + $"and this execution runs in {string.Join(", ", wrong.Select(part => $"{part.Name} {part.Must}"))}.";
    }
}
