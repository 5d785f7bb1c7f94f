namespace Canary.Compat.Tests.Official;

/// <summary>
/// Whatever compiles against compat/ compiles against the official packages, as far as a list of their surface can tell.
/// </summary>
public sealed class OfficialSurfaceTests
{
    [Fact]
    public void Types_EveryOneOfCompat_IsOfficialWithTheSameKindBaseAndMembers() => None(
        from type in CompatApi.All
        where !CompatApi.IsScaffold(type)
        let ours = CompatApi.Read(type)
        from fault in Faults(ours, OfficialApi.Types.GetValueOrDefault(ours.Name))
        select fault);

    /// <summary>Otherwise a name of ours that is also one of theirs would be clear here and ambiguous there.</summary>
    [Fact]
    public void Types_EveryOfficialOneOfANamespaceThatIsOpened_IsInCompat()
    {
        var ours = CompatApi.All.Select(type => type.FullName).ToHashSet();
        var opened = SourceFile.Ours.SelectMany(file => file.Opened).ToHashSet();

        None(OfficialApi.Types.Values.Where(type => opened.Contains(type.Namespace) && !ours.Contains(type.Name))
            .Select(type => type.Name));
    }

    [Fact]
    public void Operations_EveryOneOfCompat_HasAllTheOfficialOverloads() => None(
        from type in CompatApi.All
        where type.Name is "IAmazonCloudWatch" or "IAmazonEventBridge" or "IAmazonLambda" or "IAmazonStepFunctions"
            || type.Name.EndsWith("Client", StringComparison.Ordinal)
        where OfficialApi.Types.ContainsKey(type.FullName!)
        let ours = CompatApi.Read(type).Members
        let operations = ours.Select(Operation).ToHashSet()
        from official in OfficialApi.Types[type.FullName!].Members
        where Operation(official).EndsWith("Async", StringComparison.Ordinal)
            && operations.Contains(Operation(official))
            && !ours.Contains(official)
        select $"{type.FullName}.{official}");

    private static void None(IEnumerable<string> faults) => Assert.True(!faults.Any(), string.Join(Environment.NewLine, faults));

    private static string Operation(string member) => member.Split('(')[0];

    // What can only be read here may be settable there.
    private static bool Has(ApiType official, string member) =>
        official.Members.Contains(member)
        || (member.EndsWith(" get", StringComparison.Ordinal) && official.Members.Contains(member[..^4]));

    private static IEnumerable<string> Faults(ApiType ours, ApiType? official)
    {
        if (official is null)
        {
            yield return $"{ours.Name} is not official";
            yield break;
        }
        if (ours.Kind != official.Kind) yield return $"{ours.Name} is a {ours.Kind}, officially a {official.Kind}";
        if (ours.Base != official.Base) yield return $"{ours.Name} derives from {ours.Base}, officially from {official.Base}";
        foreach (var member in ours.Members.Where(member => !Has(official, member)))
            yield return $"{ours.Name}.{member} is not official";
    }
}
