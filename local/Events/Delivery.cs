using System.Text;
using System.Text.Json.Nodes;
using Canary.Local.Clocks;
using Canary.Local.Lambda;
using Canary.Local.StepFunctions.Language;
using Canary.Local.Wire;

namespace Canary.Local.Events;

/// <summary>Brings events from the bus to the targets of the rules that match.</summary>
internal sealed class Delivery(IEventInvoker functions, Clock clock, EventsOptions options) : IDisposable
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
            var payload = Encoding.UTF8.GetBytes(target.Input ?? text);
            if (options.Delay > TimeSpan.Zero) _ = DeliverLaterAsync(target, payload);
            else Deliver(target, payload);
        }
    }

    private async Task DeliverLaterAsync(RuleTarget target, byte[] payload)
    {
        try
        {
            using var hold = await clock.WaitUntilAsync(clock.GetUtcNow() + options.Delay, _stop.Token);
            Deliver(target, payload);
        }
        catch (Exception ending) when (ending is OperationCanceledException or ObjectDisposedException)
        {
            // The embedded AWS stops.
        }
    }

    private void Deliver(RuleTarget target, byte[] payload)
    {
        try
        {
            functions.InvokeLater(target.Arn, payload);
        }
        catch (AwsException)
        {
            // The function is gone. EventBridge gives such an event up as well.
        }
    }
}
