using System.Text.Json.Nodes;
using Canary.Local.Clocks;
using Canary.Local.CloudWatch.Metrics;
using Canary.Local.Events;
using Canary.Local.Events.Model;
using Canary.Local.Sqs.Model;
using Canary.Local.Targets;
using Canary.Local.Wire;

namespace Canary.Local.Tests.Events;

/// <summary>EventBridge in virtual time, with targets that only note what they get.</summary>
public sealed class Bus : ITargets, IMetricSink, IDisposable
{
    public const string Function = "arn:aws:lambda:us-east-1:123456789012:function:work";

    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public Bus(EventsOptions? options = null) => Service = new EventsService(Clock, new AwsAccount(), this, options, this);

    public VirtualClock Clock { get; } = new(Start);

    public EventsService Service { get; }

    public List<(string Function, string Payload, DateTimeOffset Time)> Invocations { get; } = [];

    /// <summary>What the functions got, read again.</summary>
    public JsonObject[] Received => [.. Invocations.Select(one => JsonNode.Parse(one.Payload)!.AsObject())];

    /// <summary>What an invocation is refused with; null for nothing.</summary>
    public AwsException? Refusal { get; set; }

    /// <summary>What it told CloudWatch.</summary>
    public List<string> Metrics { get; } = [];

    public void Put(
        string metricNamespace,
        string name,
        IReadOnlyList<KeyValuePair<string, string>> dimensions,
        DateTimeOffset timestamp,
        double value,
        string unit) =>
        Metrics.Add(
            $"{metricNamespace} {name} "
            + $"{string.Join(",", dimensions.Select(dimension => $"{dimension.Key}={dimension.Value}"))}: {value} {unit}");

    public void Dispose() => Service.Dispose();

    public void Send(
        string arn, string message, string? subject = null, IReadOnlyDictionary<string, MessageAttributeValue>? attributes = null)
    {
        Invocations.Add((arn, message, Clock.GetUtcNow()));
        if (Refusal is not null) throw Refusal;
    }

    /// <summary>Creates a rule for a pattern that has the function as its target.</summary>
    public void Rule(string pattern, string name = "rule")
    {
        Service.PutRule(name, pattern);
        Service.PutTargets(name, new RuleTarget("1", Function));
    }

    /// <summary>Puts one event and gives the answer.</summary>
    public JsonObject Put(string detail, string source = "shop", string detailType = "Order") => Service.PutEvents(
        [new JsonObject { ["Source"] = source, ["DetailType"] = detailType, ["Detail"] = detail }]);
}
