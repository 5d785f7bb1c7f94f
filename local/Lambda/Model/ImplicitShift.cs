namespace Canary.Local.Lambda.Model;

/// <summary>
/// Lambda's own shift of an alias with provisioned concurrency to another version: all traffic stays with the old one until the
/// new one is provisioned.
/// </summary>
/// <param name="Due">When the weights vanish.</param>
/// <param name="Failed">Whether they never do, since the new version could not be initialized.</param>
/// <param name="RevisionId">The alias's revision from then on.</param>
internal sealed record ImplicitShift(DateTimeOffset Due, bool Failed, string RevisionId);
