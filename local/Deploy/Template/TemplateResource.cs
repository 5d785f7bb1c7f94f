using System.Text.Json.Nodes;
using Canary.Local.Deploy.Plan;

namespace Canary.Local.Deploy.Template;

/// <summary>One entry of the template's Resources, with Globals merged into its properties.</summary>
internal sealed record TemplateResource(string LogicalId, string Type, JsonObject Properties)
{
    public const string Function = "AWS::Serverless::Function";
    public const string StateMachine = "AWS::Serverless::StateMachine";
    public const string LogGroup = "AWS::Logs::LogGroup";
    public const string Queue = "AWS::SQS::Queue";
    public const string Topic = "AWS::SNS::Topic";
    public const string Subscription = "AWS::SNS::Subscription";
    public const string Rule = "AWS::Events::Rule";
    public const string Alarm = "AWS::CloudWatch::Alarm";
    public const string CompositeAlarm = "AWS::CloudWatch::CompositeAlarm";

    private static readonly string[] Emulated = [Function, StateMachine, Queue, Topic, Subscription, Rule, Alarm, CompositeAlarm];

    /// <summary>
    /// Types that a deployment to AWS creates and that have no counterpart here: nothing observable would differ.
    /// </summary>
    private static readonly string[] NotEmulated =
    [
        LogGroup, "AWS::IAM::Role", "AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::Lambda::Permission",
        "AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy", "AWS::KMS::Key", "AWS::KMS::Alias",
        "AWS::CloudWatch::Dashboard",
    ];

    private static readonly string[] Fields =
        ["Type", "Properties", "Metadata", "DependsOn", "DeletionPolicy", "UpdateReplacePolicy", "Condition"];

    public bool IsEmulated => Emulated.Contains(Type);

    /// <summary>The condition under which it is there; null for always.</summary>
    public string? Condition { get; init; }

    /// <exception cref="TemplateException">
    /// The type, or something that changes whether and how it is created, is not understood.
    /// </exception>
    public static TemplateResource Read(string logicalId, JsonNode? entry, JsonObject globals)
    {
        var fields = entry as JsonObject ?? throw new TemplateException($"Resource '{logicalId}' must be a mapping.");
        var type = fields[nameof(Type)]?.ToString() ?? throw new TemplateException($"Resource '{logicalId}' has no Type.");
        if (!Emulated.Contains(type) && !NotEmulated.Contains(type))
            throw new TemplateException($"Resource '{logicalId}': the local deployment does not understand the type '{type}'.");
        foreach (var (field, _) in fields)
        {
            if (!Fields.Contains(field))
                throw new TemplateException($"Resource '{logicalId}': the local deployment does not understand '{field}'.");
        }
        var own = fields[nameof(Properties)] as JsonObject ?? [];
        return new TemplateResource(logicalId, type, type == Function ? TemplateGlobals.Merge(globals, own) : own)
        {
            Condition = fields[nameof(Condition)]?.ToString(),
        };
    }
}
