using System.Globalization;
using Canary.Rollouts;

namespace Canary.Input;

/// <summary>Bounds the bakes of a rollout together, with the one after the promotion and the time for approvals.</summary>
internal static class TotalBake
{
    public static string? FaultOf(long seconds) => seconds <= Limits.TotalBakeSeconds
        ? null
        : string.Create(
            CultureInfo.InvariantCulture, $"The steps bake for {seconds:N0} s together, with the time for approvals. ")
            + string.Create(
                CultureInfo.InvariantCulture, $"A rollout may bake for {Limits.TotalBakeSeconds:N0} s (48 hours) at most.");
}
