using System.Collections.Immutable;
using Canary.StatesLanguage.Choices;
using Canary.StatesLanguage.Data;
using Canary.StatesLanguage.Json;
using Canary.StatesLanguage.States;

namespace Canary.StatesLanguage.Parsing;

/// <summary>Reads a Choice state.</summary>
internal static class ChoiceParser
{
    private static readonly string[] Operators =
    [
        "And", "Or", "Not", "StringMatches", "IsPresent", .. Comparisons.Tests.Keys, "BooleanEquals", "BooleanEqualsPath",
        .. from kind in Comparisons.Kinds.Keys where kind != "Boolean"
           from relation in Comparisons.Relations.Keys
           from suffix in new[] { "", "Path" }
           select kind + relation + suffix,
    ];

    /// <summary>Reads it and reports what is wrong.</summary>
    public static ChoiceState Parse(string name, Fields fields)
    {
        fields.Require("Choices");
        var rules = ImmutableArray.CreateBuilder<ChoiceRule>();
        foreach (var rule in fields.Objects("Choices"))
        {
            rule.Require("Next");
            rule.Text("Comment");
            var next = rule.Text("Next");
            if (Condition(rule) is { } condition && next is not null) rules.Add(new ChoiceRule(condition, next));
        }
        return new ChoiceState(name, rules.ToImmutable(), fields.Text("Default"));
    }

    private static Condition? Condition(Fields fields)
    {
        fields.OnlyOne(required: true, Operators);
        var @operator = Operators.FirstOrDefault(fields.Has);
        var condition = @operator switch
        {
            null => null,
            "And" or "Or" =>
                new Combination(@operator == "And", [.. fields.Objects(@operator).Select(Condition).OfType<Condition>()]),
            "Not" => Negation(fields),
            _ => OnVariable(@operator, fields),
        };
        fields.RefuseOthers();
        return condition;
    }

    private static Negation? Negation(Fields fields)
    {
        if (fields.Object("Not") is not { } members) return null;
        return Condition(new Fields(members, $"{fields.Location}/Not", fields.Problems)) is { } condition
            ? new Negation(condition)
            : null;
    }

    private static Condition? OnVariable(string name, Fields fields)
    {
        fields.Require("Variable");
        // A missing or bad path is already a problem; the rest of the rule is read for its own.
        var variable = fields.Reference("Variable")?.Path ?? JsonPath.Root;
        return name switch
        {
            "StringMatches" => fields.Text(name) is { } pattern ? Match(name, variable, pattern, fields) : null,
            "IsPresent" => fields.Flag(name) is { } expected ? new PresenceTest(variable, expected) : null,
            _ when Comparisons.Tests.TryGetValue(name, out var test) =>
                fields.Flag(name) is { } expected ? new KindTest(variable, test, expected) : null,
            _ => Compare(name, variable, fields),
        };
    }

    private static KindTest Match(string name, JsonPath variable, string pattern, Fields fields)
    {
        // AWS fails the execution, whatever the data.
        if (!Comparisons.IsPattern(pattern))
            fields.Problems.Schema(
                $"{fields.Location}/{name}",
                $"A backslash escapes nothing in '{pattern}': write two of them, or one before a star");
        return new KindTest(variable, Comparisons.Matches(pattern), true);
    }

    private static ValueTest? Compare(string name, JsonPath variable, Fields fields)
    {
        var kind = Comparisons.Kinds.Keys.First(kind => name.StartsWith(kind, StringComparison.Ordinal));
        var byPath = name.EndsWith("Path", StringComparison.Ordinal);
        var relation = Comparisons.Relations[name[kind.Length..(byPath ? ^4 : ^0)]];
        var compare = Comparisons.Kinds[kind];
        if (byPath)
            return fields.Reference(name) is { } other ? new ValueTest(variable, compare, relation, null, other.Path) : null;
        var constant = fields.Value(name)!.Value;
        if (compare(constant, constant) is null)
            fields.Problems.Schema(
                $"{fields.Location}/{name}", $"{JsonText.Write(constant)} is no value that {name} can compare with");
        return new ValueTest(variable, compare, relation, constant, null);
    }
}
