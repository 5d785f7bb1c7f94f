using Canary.Input;
using Canary.Wording;

namespace Canary.Planning;

/// <summary>
/// Canary's own functions are neither released nor hooks: whoever may start a rollout could otherwise change what it is judged
/// by, or make a step of the state machine run with an event of theirs. IAM denies it too, but for the steps as hooks,
/// which the state machine has to invoke.
/// </summary>
public static class OwnFunctions
{
    private const string OthersVariable = "OWN_FUNCTIONS";
    private const string ItselfVariable = "AWS_LAMBDA_FUNCTION_NAME";

    /// <summary>Their names, as PlanRollout's environment tells them: itself, and the others of the stack.</summary>
    /// <param name="variable">Reads a variable of the environment.</param>
    public static IReadOnlyList<string> Read(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var others =
            (variable(OthersVariable) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return variable(ItselfVariable) is { Length: > 0 } itself ? [itself, .. others] : others;
    }

    /// <summary>What speaks against a request that names one of them.</summary>
    internal static IEnumerable<string> FaultsOf(RolloutRequest request, PlanFindings found)
    {
        var hooks = (request.Hooks?.All() ?? []).Where(one => IsOwn(one.Hook.FunctionName, found))
            .Select(one => $"{one.Field} {Own(one.Hook.FunctionName)} They cannot be hooks: name a function of yours.");
        return IsOwn(request.FunctionName, found)
            ? hooks.Prepend(
                $"functionName {Own(request.FunctionName)} They are not released by a rollout: deploy the stack instead.")
            : hooks;
    }

    private static bool IsOwn(string name, PlanFindings found) =>
        found.OwnFunctions.Contains(FunctionName.BareNameOf(name), StringComparer.OrdinalIgnoreCase);

    private static string Own(string name) => $"{Quoted.Of(name)} is one of Canary's own functions.";
}
