namespace Canary.Local.Events.Model;

/// <summary>Makes what a target gets out of an event.</summary>
/// <param name="Paths">Where in the event each value is, such as <c>$.detail.id</c>, by the template's name for it.</param>
/// <param name="Template">JSON, or texts in quotes, in which <c>&lt;name&gt;</c> stands for a value.</param>
public sealed record InputTransformer(IReadOnlyDictionary<string, string> Paths, string Template);
