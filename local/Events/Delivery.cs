using System.Text.Json.Nodes;
using Canary.Local.Clocks;
using Canary.Local.CloudWatch.Metrics;
using Canary.Local.Events.Model;
using Canary.Local.Sqs.Model;
using Canary.Local.Targets;
using Canary.Local.Wire;
using Canary.StatesLanguage.Json;

namespace Canary.Local.Events;

/// <summary>Brings events from the bus to the targets of the rules that match.</summary>
internal sealed class Delivery(ITargets targets, Clock clock, EventsOptions options, IMetricSink? metrics) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Sends an event to every target of the rules whose pattern it matches.</summary>
    public void Publish(JsonObject published, IEnumerable<RuleRecord> rules)
    {
        if (options.Drop?.Invoke(published) is true) return;
        foreach (var record in rules)
            if (record.Rule is { IsEnabled: true, Pattern: { } pattern } && pattern.Matches(published)) Send(published, record);
    }

    /// <summary>Sends an event of a rule's own schedule.</summary>
    public void Fire(JsonObject scheduled, RuleRecord record)
    {
        if (options.Drop?.Invoke(scheduled) is not true) Send(scheduled, record);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private void Send(JsonObject sent, RuleRecord record)
    {
        var text = JsonText.Write(sent);
        foreach (var target in record.Targets.Values)
        {
            // EventBridge gives up an event of which the template makes no JSON.
            var message = target.Transformer is { } transformer ? InputTemplate.Fill(transformer, sent, record.Rule)
                : target.Input ?? text;
            if (message is null) continue;
            if (options.Delay > TimeSpan.Zero) _ = DeliverLaterAsync(record.Rule, target, message);
            else Deliver(record.Rule, target, message);
        }
    }

    private async Task DeliverLaterAsync(Rule rule, RuleTarget target, string message)
    {
        try
        {
            using var hold = await clock.WaitUntilAsync(clock.GetUtcNow() + options.Delay, _stop.Token);
            Deliver(rule, target, message);
        }
        catch (Exception ending) when (ending is OperationCanceledException or ObjectDisposedException)
        {
            // The embedded AWS stops.
        }
    }

    private void Deliver(Rule rule, RuleTarget target, string message)
    {
        // As AWS does: once for each target, whether it takes the event or not.
        metrics?.Put("AWS/Events", "Invocations", [KeyValuePair.Create("RuleName", rule.Name)], clock.GetUtcNow(), 1, "Count");
        try
        {
            targets.Send(target.Arn, message);
        }
        catch (AwsException refusal)
        {
            // The target is gone. EventBridge gives such an event up as well, or puts it aside.
            if (target.DeadLetterArn is not null) PutAside(rule, target, message, refusal);
        }
    }

    private void PutAside(Rule rule, RuleTarget target, string message, AwsException refusal)
    {
        try
        {
            targets.Send(target.DeadLetterArn!, message, attributes: new Dictionary<string, MessageAttributeValue>
            {
                ["ERROR_CODE"] = new("String", "NO_RESOURCE"),
                ["ERROR_MESSAGE"] = new("String", refusal.Message),
                ["RULE_ARN"] = new("String", rule.Arn),
                ["TARGET_ARN"] = new("String", target.Arn),
            });
        }
        catch (AwsException)
        {
            // There is no such queue.
        }
    }
}
