using System.Text.RegularExpressions;
using Canary.Local.Events.Errors;
using Canary.Local.Events.Model;
using Canary.Local.Wire;

namespace Canary.Local.Events;

/// <summary>What EventBridge's model says about what a target makes out of an event.</summary>
internal static partial class TransformerRules
{
    private const int MostPaths = 100;

    /// <summary>Checks it.</summary>
    /// <param name="transformer">Which.</param>
    /// <param name="target">Whose.</param>
    /// <param name="number">The target's place in the request, from 1.</param>
    /// <exception cref="AwsException">ValidationException.</exception>
    public static void Check(InputTransformer transformer, RuleTarget target, int number)
    {
        var member = $"targets.{number}.member.inputTransformer";
        if (target.Input is not null)
            throw EventsErrors.Validation(
                $"Only one of Input, InputPath, or InputTransformer must be provided for target {target.Id}.");
        CommonErrors.CheckLength(transformer.Template, $"{member}.inputTemplate", 1, 8192);
        if (transformer.Paths.Count > MostPaths)
            throw CommonErrors.Value(
                "{}", $"{member}.inputPathsMap", $"Member must have length less than or equal to {MostPaths}");
        foreach (var (name, path) in transformer.Paths) CheckPath(name, path, member, target.Id);
        if (InputTemplate.NamesIn(transformer.Template)
            .FirstOrDefault(name => !transformer.Paths.ContainsKey(name) && !InputTemplate.IsPredefined(name)) is { } unknown)
            throw EventsErrors.Validation(
                $"Invalid InputTemplate for target {target.Id} : <{unknown}> is not in InputPathsMap.");
        if (!InputTemplate.IsWellFormed(transformer.Template))
            throw EventsErrors.Validation($"Invalid InputTemplate for target {target.Id} : it is no JSON.");
    }

    private static void CheckPath(string name, string path, string member, string target)
    {
        CommonErrors.CheckLength(name, $"{member}.inputPathsMap.key", 1, 256);
        CommonErrors.CheckLength(path, $"{member}.inputPathsMap.{name}.member", 0, 256);
        if (!Name().IsMatch(name))
            throw CommonErrors.Value(
                name, $"{member}.inputPathsMap.key", @"Member must satisfy regular expression pattern: [A-Za-z0-9\_\-]+");
        if (name.StartsWith("AWS.", StringComparison.OrdinalIgnoreCase))
            throw EventsErrors.Validation($"Invalid InputPathsMap for target {target} : {name} is reserved.");
        if (!InputTemplate.IsPath(path))
            throw EventsErrors.NotSupported(
                $"the path {path} of the target {target}: use names and places, such as $.detail.a[0]");
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_-]+\z")]
    private static partial Regex Name();
}
