namespace Canary.StatesLanguage.States;

/// <summary>All that Task states can call.</summary>
internal interface ITaskResources
{
    /// <summary>
    /// Finds what a Resource names. Where there is nothing it gives something else, so that the rest of the state can be read.
    /// </summary>
    /// <param name="name">As the definition has it; null where it has none.</param>
    /// <param name="report">Takes what is wrong with the name.</param>
    TaskResource Find(string? name, Action<string> report);
}
