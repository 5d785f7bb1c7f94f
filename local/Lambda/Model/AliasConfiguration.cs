namespace Canary.Local.Lambda.Model;

/// <summary>An alias as GetAlias shows it.</summary>
/// <param name="AliasArn">The function's ARN with the alias as qualifier.</param>
/// <param name="Name">Its name.</param>
/// <param name="FunctionVersion">The version that takes what the additional one does not.</param>
/// <param name="Description">May be empty.</param>
/// <param name="Weights">
/// The additional version's share, 0 to 1, by its number; null when all traffic goes to <paramref name="FunctionVersion"/>.
/// </param>
/// <param name="RevisionId">Changes at every update, even at one that changes nothing.</param>
public sealed record AliasConfiguration(
    string AliasArn,
    string Name,
    string FunctionVersion,
    string Description,
    IReadOnlyDictionary<string, double>? Weights,
    string RevisionId)
{
    /// <summary>Whether some of its traffic may go to a version.</summary>
    public bool LeadsTo(string version) => FunctionVersion == version || Weights?.ContainsKey(version) is true;

    /// <summary>The version that one invocation gets.</summary>
    internal string Draw(Random random)
    {
        if (Weights is null) return FunctionVersion;
        var (additional, weight) = Weights.Single();
        return random.NextDouble() < weight ? additional : FunctionVersion;
    }
}
