using System.Text.Json;
using Canary.Local.StepFunctions.Errors;
using Canary.Local.StepFunctions.Model;
using Canary.Local.StepFunctions.Tasks;
using Canary.Local.Wire;
using Canary.StatesLanguage.Json;

namespace Canary.Local.StepFunctions;

// Tasks that wait for their tokens.
public sealed partial class StepFunctionsService
{
    /// <summary>Ends a task that waits for its token with this result.</summary>
    public void SendTaskSuccess(string taskToken, string output)
    {
        CommonErrors.CheckLength(output, "output", 0, WorkflowLimits.DataBytes);
        var callback = _tokens.Find(taskToken);
        try
        {
            var value = JsonText.Parse(output);
            callback.Answer(() => new TaskAnswer(value, output));
        }
        catch (JsonException exception)
        {
            throw StepFunctionsErrors.InvalidOutput(exception.Message);
        }
    }

    /// <summary>Fails a task that waits for its token.</summary>
    public void SendTaskFailure(string taskToken, string? error = null, string? cause = null)
    {
        CommonErrors.CheckLength(error ?? "", "error", 0, WorkflowLimits.ErrorLength);
        CommonErrors.CheckLength(cause ?? "", "cause", 0, WorkflowLimits.CauseLength);
        _tokens.Find(taskToken).Answer(() => throw new StateFault(error, cause));
    }

    /// <summary>Says that whoever has the token is still at work: the time of HeartbeatSeconds begins anew.</summary>
    public void SendTaskHeartbeat(string taskToken) => _tokens.Find(taskToken).Beat();
}
