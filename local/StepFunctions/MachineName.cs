using System.Globalization;
using Canary.Local.Wire;

namespace Canary.Local.StepFunctions;

/// <summary>A state machine's ARN as callers give it: with or without a version or an alias behind it.</summary>
/// <param name="Machine">The ARN of the state machine itself.</param>
/// <param name="Qualifier">A version's number or an alias's name; null for neither.</param>
internal sealed record MachineName(string Machine, string? Qualifier)
{
    private const int Parts = 7;

    /// <summary>The version's number; null where the qualifier is none.</summary>
    public int? Version =>
        int.TryParse(Qualifier, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Reads one.</summary>
    /// <exception cref="AwsException">InvalidArn.</exception>
    public static MachineName Parse(string arn)
    {
        NameRules.CheckArn(arn, "stateMachine");
        var parts = arn.Split(':');
        return parts.Length == Parts ? new(arn, null) : new(string.Join(':', parts[..Parts]), parts[Parts]);
    }
}
