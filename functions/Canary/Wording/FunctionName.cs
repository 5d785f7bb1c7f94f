using System.Text.RegularExpressions;

namespace Canary.Wording;

/// <summary>
/// What Lambda's API accepts as a function's name: the name, a partial ARN or a full ARN. Source: the Lambda API's service model.
/// </summary>
public static partial class FunctionName
{
    private const int LongestArn = 600;

    /// <summary>Whether it is a name or an ARN, with or without a version or an alias.</summary>
    internal static bool IsValid(string name) =>
        Pattern().Match(name) is { Success: true } match && match.Groups["name"].Length <= 64;

    /// <summary>The name alone, as CloudWatch's dimensions have it.</summary>
    internal static string NameOf(string name) => name[(name.LastIndexOf(':') + 1)..];

    /// <summary>The name alone, where a version or an alias may follow.</summary>
    internal static string BareNameOf(string name) =>
        Pattern().Match(name) is { Success: true } match ? match.Groups["name"].Value : name;

    /// <summary>The full ARN; what a short name leaves out is where the execution runs.</summary>
    internal static string ArnOf(string name, string execution)
    {
        if (name.StartsWith("arn:", StringComparison.Ordinal)) return name;
        var place = execution.Split(':');
        var account = char.IsAsciiDigit(name[0]) && name.Contains(":function:", StringComparison.Ordinal)
            ? name[..12]
            : place.ElementAtOrDefault(4);
        return $"arn:{place.ElementAtOrDefault(1)}:lambda:{place.ElementAtOrDefault(3)}:{account}:function:{NameOf(name)}";
    }

    /// <summary>
    /// What is wrong with where an ARN's function is, as a sentence goes on after the name;
    /// null where it is the execution's own place.
    /// </summary>
    internal static string? ElsewhereFaultOf(string name, string execution)
    {
        var match = Pattern().Match(name);
        if (Place.Of(execution) is not { } here
            || here.FaultOf(Told("partition"), Told("region"), Told("account")) is not { } fault)
        {
            return null;
        }
        var own = $"arn:{here.Partition}:lambda:{here.Region}:{here.Account}:function:{match.Groups["name"].Value}";
        return $"{fault} Give a function of this account and Region, by its name, or as {Quoted.Of(own, LongestArn)}.";

        string? Told(string part) => match.Groups[part] is { Success: true } found ? found.Value : null;
    }

    /// <summary>What is wrong with a name, or null when nothing is.</summary>
    public static string? FaultOf(string name)
    {
        var match = Pattern().Match(name);
        if (!match.Success || match.Groups["name"].Length > 64)
        {
            return $"functionName {Quoted.Of(name)} is neither a function's name, in 1 to 64 characters, nor its ARN. "
                + "Give a name such as \"my-function\", or the ARN without version or alias.";
        }
        var qualifier = match.Groups["qualifier"];
        return qualifier.Success
            ? $"functionName {Quoted.Of(name)} ends in {Quoted.Of(qualifier.Value)}. "
                + "Give the function alone: the alias goes into aliasName, a version into targetVersion."
            : null;
    }

    [GeneratedRegex(
        @"^(arn:(?<partition>aws[a-z-]*):lambda:(?<region>[a-z]{2}(-[a-z]+)+-[0-9]):(?<account>[0-9]{12}):function:"
        + @"|(?<account>[0-9]{12}):function:|function:)?"
        + @"(?<name>[a-zA-Z0-9_-]+)(:(?<qualifier>\$LATEST|[a-zA-Z0-9_-]+))?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
