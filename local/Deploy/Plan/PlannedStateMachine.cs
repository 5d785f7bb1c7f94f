using System.Text.RegularExpressions;

namespace Canary.Local.Deploy.Plan;

/// <summary>A state machine that a deployment creates.</summary>
/// <param name="LogicalId">Its name in the template.</param>
/// <param name="Name">Its name in Step Functions.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Role">The execution role that SAM would make for it.</param>
/// <param name="DefinitionUri">The file of its definition, relative to the template.</param>
/// <param name="Substitutions">What stands in for each <c>${Name}</c> of the definition.</param>
public sealed partial record PlannedStateMachine(
    string LogicalId,
    string Name,
    string Arn,
    string Role,
    string DefinitionUri,
    IReadOnlyDictionary<string, string> Substitutions)
{
    /// <summary>The alias that leads to the version that each change of it publishes; null for no versions.</summary>
    public string? Alias { get; init; }

    /// <summary>The ARN that people and tools start it by.</summary>
    public string StartArn => Alias is null ? Arn : $"{Arn}:{Alias}";

    /// <summary>The definition with every substitution made.</summary>
    /// <exception cref="TemplateException">
    /// The definition names something that is not substituted, or the other way round.
    /// </exception>
    public string Substitute(string definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var used = new HashSet<string>();
        var result = Placeholder().Replace(definition, match =>
        {
            var name = match.Groups[1].Value;
            used.Add(name);
            if (Substitutions.TryGetValue(name, out var value)) return value;
            var known = string.Join(", ", Substitutions.Keys);
            throw new TemplateException(
                $"{DefinitionUri} names ${{{name}}}, but DefinitionSubstitutions of '{LogicalId}' has only: {known}.");
        });
        return Substitutions.Keys.FirstOrDefault(name => !used.Contains(name)) is { } unused
            ? throw new TemplateException(
                $"DefinitionSubstitutions of '{LogicalId}' has '{unused}', which {DefinitionUri} does not name.")
            : result;
    }

    [GeneratedRegex(@"\$\{([A-Za-z0-9_]+)\}")]
    private static partial Regex Placeholder();
}
