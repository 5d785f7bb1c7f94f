namespace Canary.Errors;

/// <summary>
/// A Lambda was given a document that is not what it takes. The class's name tells whoever
/// reads the execution or the function's log.
/// </summary>
public sealed class ForeignDocument(string message) : Exception(message);
