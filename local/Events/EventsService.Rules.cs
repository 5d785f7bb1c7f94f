using System.Collections.Immutable;
using Canary.Local.Events.Errors;
using Canary.Local.Events.Model;
using Canary.Local.Events.Patterns;
using Canary.Local.Wire;

namespace Canary.Local.Events;

// Rules and their targets.
public sealed partial class EventsService
{
    /// <summary>Creates a rule, or replaces all of the one of its name but its targets.</summary>
    /// <param name="name">1 to 64 letters, digits, dots, hyphens and underscores.</param>
    /// <param name="eventPattern">JSON; null for none.</param>
    /// <param name="scheduleExpression">Such as <c>rate(15 minutes)</c>; null for none. One of the two must be there.</param>
    /// <param name="isEnabled">Whether anything reaches its targets.</param>
    /// <param name="description">At most 512 characters.</param>
    public Rule PutRule(
        string name, string? eventPattern, string? scheduleExpression = null, bool isEnabled = true, string? description = null)
    {
        RuleRules.CheckName(name, "name");
        CommonErrors.CheckLength(eventPattern ?? "", "eventPattern", 0, 4096);
        CommonErrors.CheckLength(scheduleExpression ?? "", "scheduleExpression", 0, 256);
        CommonErrors.CheckLength(description ?? "", "description", 0, 512);
        if (eventPattern is null && scheduleExpression is null)
            throw EventsErrors.Validation("Parameter(s) EventPattern or ScheduleExpression must be specified.");
        var arn = $"arn:aws:events:{_account.Region}:{_account.Id}:rule/{name}";
        var rule = new Rule(name, arn, eventPattern, scheduleExpression, isEnabled, description)
        {
            Pattern = eventPattern is null ? null : PatternParser.Parse(eventPattern),
            Rate = scheduleExpression is null ? null : RateExpression.Parse(scheduleExpression),
        };
        var none = ImmutableSortedDictionary.Create<string, RuleTarget>(StringComparer.Ordinal);
        return _rules.Put(name, old => new RuleRecord(rule, old?.Targets ?? none, _clock.GetUtcNow())).Rule;
    }

    /// <summary>Describes a rule.</summary>
    public Rule DescribeRule(string name) => _rules.Get(name).Rule;

    /// <summary>Lists the rules by name, or those whose names begin so.</summary>
    public IReadOnlyList<Rule> ListRules(string? namePrefix = null) =>
    [
        .. _rules.All.Values
            .Select(record => record.Rule)
            .Where(rule => rule.Name.StartsWith(namePrefix ?? "", StringComparison.Ordinal)),
    ];

    /// <summary>Switches a rule on; its schedule begins anew if it was off.</summary>
    public void EnableRule(string name) => _rules.Change(name, record => record.Rule.IsEnabled
        ? record
        : record with { Rule = record.Rule with { IsEnabled = true }, Since = _clock.GetUtcNow() });

    /// <summary>Switches a rule off.</summary>
    public void DisableRule(string name) =>
        _rules.Change(name, record => record with { Rule = record.Rule with { IsEnabled = false } });

    /// <summary>Deletes a rule without targets; that there is none is no error.</summary>
    public void DeleteRule(string name) => _rules.Remove(name);

    /// <summary>Adds targets to a rule, or replaces those of the same ids.</summary>
    public void PutTargets(string rule, params IReadOnlyList<RuleTarget> targets)
    {
        foreach (var (index, target) in targets.Index()) RuleRules.Check(target, index + 1);
        _rules.Change(rule, record =>
        {
            var all = record.Targets.SetItems(targets.Select(target => KeyValuePair.Create(target.Id, target)));
            return all.Count <= RuleRules.Targets ? record with { Targets = all } : throw EventsErrors.TooMany();
        });
    }

    /// <summary>A rule's targets by id.</summary>
    public IReadOnlyList<RuleTarget> ListTargetsByRule(string rule) => [.. _rules.Get(rule).Targets.Values];

    /// <summary>Takes targets from a rule.</summary>
    /// <returns>The ids that it did not have.</returns>
    public IReadOnlyList<string> RemoveTargets(string rule, params IReadOnlyList<string> ids)
    {
        IReadOnlyList<string> unknown = [];
        _rules.Change(rule, record =>
        {
            unknown = [.. ids.Where(id => !record.Targets.ContainsKey(id))];
            return record with { Targets = record.Targets.RemoveRange(ids) };
        });
        return unknown;
    }
}
