namespace Canary.StatesLanguage;

/// <summary>
/// What AWS reports as <c>States.Runtime</c>: the definition does not fit the data. No Retry and no Catch sees it; the execution
/// fails.
/// </summary>
/// <param name="message">The part of the cause that follows "An error occurred while executing the state …".</param>
internal sealed class RuntimeFault(string message) : Exception(message);
