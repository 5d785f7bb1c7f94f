using System.Text.RegularExpressions;
using Canary.Local.Lambda.Errors;
using Canary.Local.Wire;

namespace Canary.Local.Lambda.Functions;

/// <summary>A function as callers name it: by its name, a partial or a full ARN, with or without a qualifier.</summary>
internal sealed partial record FunctionReference(string Name, string? Qualifier)
{
    private const int NameLimit = 140;
    private const int NamespacedLimit = 256;
    private const string Head =
        @"(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:)?(\d{12}:)?(function:)?";

    /// <summary>The service model's shape FunctionName, as AWS was recorded to print it.</summary>
    private const string Plain = Head + @"([a-zA-Z0-9-_]+)(:(\$LATEST|[a-zA-Z0-9-_]+))?";

    /// <summary>Its NamespacedFunctionName, of what reads, invokes or deletes a function.</summary>
    private const string Namespaced = Head + @"([a-zA-Z0-9-_\.]+)(:(\$LATEST(\.PUBLISHED)?|[a-zA-Z0-9-_]+))?";

    private const string Start =
        @"^(arn:(?<partition>aws[a-zA-Z-]*)?:lambda:)?((?<region>(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-[0-9]):)?"
        + @"((?<account>[0-9]{12}):)?(function:)?";

    /// <param name="function">Name, partial ARN or full ARN, with or without a qualifier at its end.</param>
    /// <param name="qualifier">The request's own, or null.</param>
    /// <param name="account">Whose functions can be meant.</param>
    /// <param name="isPlain">Whether the operation's model has the narrower of the two shapes for the name.</param>
    public static FunctionReference Parse(string function, string? qualifier, AwsAccount account, bool isPlain = false)
    {
        var match = isPlain ? PlainShape().Match(function) : NamespacedShape().Match(function);
        new MemberConstraints()
            .Length("qualifier", qualifier, 1, 128)
            .Pattern(
                qualifier is null || QualifierShape().IsMatch(qualifier),
                "qualifier",
                qualifier,
                @"\$(LATEST(\.PUBLISHED)?)|[a-zA-Z0-9-_$]+")
            .Length("functionName", function, 1, isPlain ? NameLimit : NamespacedLimit)
            .Pattern(match.Success, "functionName", function, isPlain ? Plain : Namespaced)
            .ThrowIfAny();
        if (match.Groups["partition"] is { Success: true, Length: > 0 } partition && partition.Value != "aws")
            throw LambdaErrors.OtherPartition(function);
        if (match.Groups["region"] is { Success: true } region && region.Value != account.Region)
            throw LambdaErrors.OtherRegion(region.Value, account.Region);
        if (match.Groups["account"] is { Success: true } id && id.Value != account.Id)
            throw LambdaErrors.OtherAccount(id.Value, function);
        var derived = match.Groups["qualifier"] is { Success: true } found ? found.Value : null;
        if (derived is not null && qualifier is not null && derived != qualifier) throw LambdaErrors.QualifiersDiffer();
        return new FunctionReference(match.Groups["name"].Value, qualifier ?? derived);
    }

    [GeneratedRegex(Start + @"(?<name>[a-zA-Z0-9-_]+)(:(?<qualifier>\$LATEST|[a-zA-Z0-9-_]+))?\z")]
    private static partial Regex PlainShape();

    [GeneratedRegex(Start + @"(?<name>[a-zA-Z0-9-_\.]+)(:(?<qualifier>\$LATEST(\.PUBLISHED)?|[a-zA-Z0-9-_]+))?\z")]
    private static partial Regex NamespacedShape();

    [GeneratedRegex(@"^(\$(LATEST(\.PUBLISHED)?)|[a-zA-Z0-9-_$]+)\z")]
    private static partial Regex QualifierShape();
}
