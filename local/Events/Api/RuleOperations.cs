using System.Text.Json.Nodes;
using Canary.Local.Events.Model;
using Canary.Local.Wire.Protocols;

namespace Canary.Local.Events.Api;

/// <summary>The operations on rules.</summary>
internal static class RuleOperations
{
    private const string Enabled = "ENABLED";
    private const string Disabled = "DISABLED";

    public static JsonObject PutRule(EventsService service, Members members)
    {
        var (name, pattern, schedule) = (Name(members, "Name"), members.Text("EventPattern"), members.Text("ScheduleExpression"));
        var (state, description) = (members.OneOf("State", Enabled, Disabled), members.Text("Description"));
        Finish(members);
        return new JsonObject { ["RuleArn"] = service.PutRule(name, pattern, schedule, state != Disabled, description).Arn };
    }

    public static JsonObject DescribeRule(EventsService service, Members members)
    {
        var name = Name(members, "Name");
        Finish(members);
        var rule = service.DescribeRule(name);
        var document = Write(rule);
        document["CreatedBy"] = rule.Arn.Split(':')[4];
        return document;
    }

    public static JsonObject ListRules(EventsService service, Members members)
    {
        var (prefix, limit, token) = (members.Text("NamePrefix"), members.Whole("Limit"), members.Text("NextToken"));
        Finish(members);
        if (prefix is not null) RuleRules.CheckName(prefix, "namePrefix");
        return RulePage.Of("Rules", service.ListRules(prefix), rule => rule.Name, Write, limit, token);
    }

    public static JsonObject Switch(Members members, Action<string> change)
    {
        var name = Name(members, "Name");
        Finish(members);
        change(name);
        return [];
    }

    public static JsonObject DeleteRule(EventsService service, Members members)
    {
        var name = Name(members, "Name");
        // It is for managed rules, of which there are none here.
        members.Flag("Force");
        Finish(members);
        service.DeleteRule(name);
        return [];
    }

    /// <summary>Reads what every request may have, and refuses what is left.</summary>
    public static void Finish(Members members)
    {
        EventsService.CheckBus(members.Text("EventBusName"));
        members.RefuseOthers();
    }

    /// <summary>A rule's name that must be there, and be one.</summary>
    public static string Name(Members members, string member)
    {
        var name = members.Required(member);
        RuleRules.CheckName(name, $"{char.ToLowerInvariant(member[0])}{member[1..]}");
        return name;
    }

    private static JsonObject Write(Rule rule)
    {
        var document = new JsonObject { ["Name"] = rule.Name, ["Arn"] = rule.Arn };
        if (rule.EventPattern is not null) document["EventPattern"] = rule.EventPattern;
        document["State"] = rule.IsEnabled ? Enabled : Disabled;
        if (rule.Description is not null) document["Description"] = rule.Description;
        if (rule.ScheduleExpression is not null) document["ScheduleExpression"] = rule.ScheduleExpression;
        document["EventBusName"] = EventsService.Bus;
        return document;
    }
}
