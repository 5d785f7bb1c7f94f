namespace Canary.Local.Deploy.Plan;

/// <summary>
/// A template that cannot be deployed here: it is wrong, or it asks for something that the embedded AWS does not have.
/// </summary>
public sealed class TemplateException(string message, Exception? cause = null) : Exception(message, cause);
