namespace Canary.Local.Deploy.Plan;

/// <summary>That each deployment that changes a function publishes it, and has an alias lead to the version.</summary>
/// <param name="Alias">The alias's name.</param>
/// <param name="AnyChange">
/// Whether any change of the function counts; otherwise its code, its variables, its memory and SnapStart.
/// </param>
public sealed record PublishedAs(string Alias, bool AnyChange);
