using System.Text.RegularExpressions;
using Canary.Local.Wire;

namespace Canary.Local.Lambda.Catalog;

/// <summary>A function as callers name it: by its name, a partial or a full ARN, with or without a qualifier.</summary>
internal sealed partial record FunctionReference(string Name, string? Qualifier)
{
    /// <summary>As botocore's service model prints it (shape FunctionName).</summary>
    private const string Pattern =
        @"(arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:)?(\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\$LATEST|[a-zA-Z0-9-_]+))?";

    public static FunctionReference Parse(string function, string? qualifier, AwsAccount account)
    {
        var match = Shape().Match(function);
        new Constraints()
            .Length("functionName", function, 1, 140)
            .Pattern(match.Success, "functionName", function, Pattern)
            .Pattern(qualifier is null || QualifierShape().IsMatch(qualifier), "qualifier", qualifier, @"\$(LATEST(\.PUBLISHED)?)|[a-zA-Z0-9-_$]+")
            .Check();
        if (match.Groups["region"] is { Success: true } region && region.Value != account.Region) throw Refusal.OtherRegion(region.Value, account.Region);
        if (match.Groups["account"] is { Success: true } id && id.Value != account.Id) throw Refusal.OtherAccount(id.Value, function);
        var derived = match.Groups["qualifier"] is { Success: true } found ? found.Value : null;
        if (derived is not null && qualifier is not null && derived != qualifier) throw Refusal.QualifiersDiffer();
        return new FunctionReference(match.Groups["name"].Value, qualifier ?? derived);
    }

    [GeneratedRegex(
        @"^(arn:(aws[a-zA-Z-]*)?:lambda:)?((?<region>[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-[0-9]):)?((?<account>[0-9]{12}):)?"
        + @"(function:)?(?<name>[a-zA-Z0-9-_]+)(:(?<qualifier>\$LATEST|[a-zA-Z0-9-_]+))?\z")]
    private static partial Regex Shape();

    [GeneratedRegex(@"^(\$(LATEST(\.PUBLISHED)?)|[a-zA-Z0-9-_$]+)\z")]
    private static partial Regex QualifierShape();
}
