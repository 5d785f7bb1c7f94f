using System.Text.Json.Nodes;
using Canary.Local.StepFunctions.Errors;
using Canary.Local.StepFunctions.Executions;
using Canary.StatesLanguage;

namespace Canary.Local.StepFunctions.Tasks;

/// <summary>A service that Task states call.</summary>
internal interface ITaskService
{
    /// <summary>Reads a request, so that one that cannot be used is refused before the task counts as scheduled.</summary>
    /// <returns>Calls the service. It gets a deadline, and throws a <see cref="StateFault"/> when the call fails.</returns>
    /// <exception cref="RuntimeFault">The request cannot be used.</exception>
    Func<DateTimeOffset, Visit, Task<JsonNode?>> Prepare(TaskCall task);
}
