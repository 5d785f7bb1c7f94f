namespace Canary.StatesLanguage.Data;

/// <summary>One step of a path: into a member of an object, or into an item of an array.</summary>
/// <param name="Member">The member's name; null for an item.</param>
/// <param name="Index">The item's place, from 0.</param>
internal readonly record struct PathStep(string? Member, int Index);
