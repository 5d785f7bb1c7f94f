namespace Canary.Compat.Tests.Official;

/// <summary>A public type, as official-api.txt writes it.</summary>
/// <param name="Kind">class, interface or enum.</param>
/// <param name="Name">Its full name; a generic one ends in the number of its parameters.</param>
/// <param name="Base">What it derives from; null for nothing that matters.</param>
/// <param name="Members">Its public members, each with its signature.</param>
internal sealed record ApiType(string Kind, string Name, string? Base, IReadOnlySet<string> Members)
{
    public string Namespace => Name[..Name.LastIndexOf('.')];

    public string ShortName => Name[(Name.LastIndexOf('.') + 1)..];
}
