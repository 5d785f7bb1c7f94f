using System.Text;
using Canary.Local.StepFunctions.Errors;
using Canary.Local.Wire;
using Canary.StatesLanguage;

namespace Canary.Local.StepFunctions;

/// <summary>AWS's rules for names and ARNs of state machines and executions.</summary>
internal static class NameRules
{
    private const string Forbidden = "<>{}[]?*\"#%\\^|~`$&,;:/";

    /// <summary>Checks the name of a new state machine or execution.</summary>
    /// <exception cref="AwsException">ValidationException for its length, InvalidName for its characters.</exception>
    public static void Check(string name)
    {
        CommonErrors.CheckLength(name, "name", 1, LanguageLimits.NameLength);
        if (name.EnumerateRunes().Any(IsForbidden)) throw StepFunctionsErrors.InvalidName(name);
    }

    /// <summary>Checks a request's own token.</summary>
    /// <exception cref="AwsException">ValidationException.</exception>
    public static void CheckClientToken(string token)
    {
        CommonErrors.CheckLength(token, "clientToken", 1, 64);
        if (token.Any(character => character is < '!' or > '~'))
            throw CommonErrors.Value(token, "clientToken", "Member must satisfy regular expression pattern: [!-~]+");
    }

    /// <summary>
    /// Checks that this is the ARN of such a resource. That of a state machine may have a version or an alias behind it.
    /// </summary>
    /// <param name="arn">What the client sent.</param>
    /// <param name="type">stateMachine or execution.</param>
    /// <exception cref="AwsException">InvalidArn.</exception>
    public static void CheckArn(string arn, string type)
    {
        CommonErrors.CheckLength(arn, type == "execution" ? "executionArn" : "stateMachineArn", 1, 256);
        var parts = arn.Split(':');
        if (parts[0] != "arn") throw StepFunctionsErrors.InvalidArn($"Invalid ARN prefix: {arn}");
        if (parts.Length < 7 || parts[2] != "states") throw StepFunctionsErrors.InvalidArn(arn);
        if (parts[5] != type) throw StepFunctionsErrors.InvalidArn($"Resource type not valid in this context: {parts[5]}");
        if (parts.Length > 8 || (type == "execution" && parts.Length != 8)) throw StepFunctionsErrors.InvalidArn(arn);
    }

    /// <summary>Checks a role's ARN.</summary>
    /// <exception cref="AwsException">InvalidArn.</exception>
    public static void CheckRole(string arn)
    {
        var parts = arn.Split(':', 6);
        if (parts is not ["arn", _, "iam", "", { Length: 12 }, ['r', 'o', 'l', 'e', '/', _, ..]])
            throw StepFunctionsErrors.InvalidRoleArn(arn);
    }

    private static bool IsForbidden(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || rune == Rune.ReplacementChar || (rune.Value & 0xFFFE) == 0xFFFE
        || (rune.IsAscii && Forbidden.Contains((char)rune.Value));
}
