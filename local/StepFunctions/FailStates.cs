using Canary.Local.StepFunctions.Errors;
using Canary.Local.StepFunctions.Executions;
using Canary.StatesLanguage;
using Canary.StatesLanguage.Data;
using Canary.StatesLanguage.Json;
using Canary.StatesLanguage.States;

namespace Canary.Local.StepFunctions;

/// <summary>What a Fail state fails with.</summary>
internal static class FailStates
{
    /// <summary>The error and the cause, fixed or computed.</summary>
    /// <exception cref="RuntimeFault">A path or a call gives no string.</exception>
    public static StateFault Fault(FailState fail, Visit visit)
    {
        var data = visit.See(visit.Input);
        return new StateFault(Text(fail.Error, "ErrorPath", data), Text(fail.Cause, "CausePath", data));
    }

    private static string? Text(Expression? expression, string field, StateData data)
    {
        if (expression is null) return null;
        var value = expression.Evaluate(data);
        return value.AsString()
            ?? throw new RuntimeFault($"The field '{field}' must evaluate to a string, but is {JsonText.Write(value)}");
    }
}
