using Canary.Aliases;
using Canary.Executions;
using Canary.Input;
using Canary.Wording;

namespace Canary.Planning;

/// <summary>What a mark on the alias has to say to a rollout that wants it.</summary>
internal static class HoldFaults
{
    public static string? Of(RolloutRequest request, AliasState state, HoldReading hold)
    {
        var held = $"The alias {Quoted.Of(request.AliasName)} is at {state}, and held by the rollout {Quoted.Of(hold.Holder)}";
        var no = request.TakeOver ? " takeOver does not help here." : "";
        return hold.State switch
        {
            HoldState.Runs => $"{held}, which runs. Wait for it to end, or stop it, and its alias is given back within seconds: "
                + $"aws stepfunctions stop-execution --execution-arn {hold.Holder}{no}",
            HoldState.Unsettled => $"{held}, which has ended as {hold.Status} and not given it back yet. "
                + "RestoreAlias does that within minutes: start "
                + $"again then.{no} If it stays so, settle the alias by hand: {Commands(request, state, hold)}",
            // Anybody may have written it, of an execution that never was.
            HoldState.Unknown =>
                $"{held}, which this stack may not read: it is another state machine's. Wait for it to end there.{no} "
                    + $"If it has ended, or never was, settle the alias by hand: {Settle(request, state)}",
            _ when state.AdditionalWeight >= 1 =>
                $"{held}, {Left(hold)}, and Lambda itself is shifting the alias's traffic. Wait until that is over.",
            _ when !request.TakeOver => $"{held}, {Left(hold)}. Give takeOver: true to release from version {state.Version}, "
                + $"or settle the alias by hand: {Commands(request, state, hold)}",
            _ => null,
        };
    }

    /// <summary>What becomes of a mark that does not count, where the request takes the alias over.</summary>
    public static string? WarningOf(RolloutRequest request, AliasState state, HoldReading? hold) => hold is null
        ? null
        : $"{request.AliasName} was at {state} and held by the rollout {Quoted.Of(hold.Holder)}, {Left(hold)}. "
            + "This rollout takes it over"
            + (state.IsSettled ? "." : $", and gives version {state.Version} everything first.");

    private static string Left(HoldReading hold) => hold.State switch
    {
        HoldState.Missing => "which does not exist",
        HoldState.RunsElsewhere => "which runs, but for another alias",
        _ => $"which has ended as {hold.Status}",
    };

    private static string Commands(RolloutRequest request, AliasState state, HoldReading hold)
    {
        var settle = Settle(request, state);
        return hold.State == HoldState.Missing
            ? $"{settle} (aws lambda get-alias --function-name {request.FunctionName} --name {request.AliasName} shows it)."
            : $"{settle} (aws stepfunctions describe-execution --execution-arn {hold.Holder} shows what happened).";
    }

    private static string Settle(RolloutRequest request, AliasState state) =>
        $"aws lambda update-alias --function-name {request.FunctionName} --name {request.AliasName} "
        + $"--function-version {state.Version} --routing-config '{{}}' --description ''";
}
