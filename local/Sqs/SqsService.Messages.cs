using Canary.Local.Sqs.Errors;
using Canary.Local.Sqs.Model;

namespace Canary.Local.Sqs;

// Messages: sent, received, hidden and deleted.
public sealed partial class SqsService
{
    /// <summary>Sends a message.</summary>
    /// <param name="url">Which queue.</param>
    /// <param name="body">What Unicode and XML both allow.</param>
    /// <param name="attributes">What there is to say besides; null for nothing.</param>
    /// <param name="delay">Seconds until it can be received; null for the queue's own.</param>
    /// <returns>SQS's id.</returns>
    public string SendMessage(
        string url, string body, IReadOnlyDictionary<string, MessageAttributeValue>? attributes = null, int? delay = null)
    {
        var said = attributes ?? new Dictionary<string, MessageAttributeValue>();
        Message message;
        string arn;
        lock (_gate)
        {
            var queue = Require(NameOf(url));
            MessageRules.Check(body, said, queue.Number(QueueAttributes.Size));
            if (delay is < 0 or > 900)
                throw SqsErrors.Value(Text(delay.Value), "DelaySeconds", "DelaySeconds must be >= 0 and <= 900.");
            var now = clock.GetUtcNow();
            message = new Message(body, said, now, now.AddSeconds(delay ?? queue.Number(QueueAttributes.Delay)));
            queue.Add(message);
            arn = queue.Arn;
        }
        Arrived?.Invoke(arn);
        return message.Id;
    }

    /// <summary>Sends a message to the queue that has an ARN.</summary>
    public void Send(string arn, string body, IReadOnlyDictionary<string, MessageAttributeValue>? attributes = null)
    {
        if (arn.Split(':') is not [_, _, "sqs", var region, var owner, var name]
            || region != account.Region
            || owner != account.Id)
            throw SqsErrors.NoQueue();
        SendMessage(Url(name), body, attributes);
    }

    /// <summary>Takes what can be seen.</summary>
    /// <param name="url">Which queue.</param>
    /// <param name="most">1 to 10.</param>
    /// <param name="hidden">For how many seconds nobody else sees them; null for the queue's own.</param>
    public IReadOnlyList<ReceivedMessage> ReceiveMessages(string url, int most = 1, int? hidden = null) =>
        Receive(url, most, hidden).Messages;

    /// <summary>The same, and waits for the first one.</summary>
    /// <param name="url">Which queue.</param>
    /// <param name="most">1 to 10.</param>
    /// <param name="hidden">For how many seconds nobody else sees them; null for the queue's own.</param>
    /// <param name="wait">0 to 20 seconds; null for the queue's own.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveMessagesAsync(
        string url, int most = 1, int? hidden = null, int? wait = null, CancellationToken cancellationToken = default)
    {
        if (wait is < 0 or > 20)
            throw SqsErrors.Value(Text(wait.Value), "WaitTimeSeconds", "Must be >= 0 and <= 20, if provided.");
        var end = clock.GetUtcNow();
        lock (_gate) end = end.AddSeconds(wait ?? Require(NameOf(url)).Number(QueueAttributes.Wait));
        while (true)
        {
            var (messages, arrival, next) = Receive(url, most, hidden);
            if (messages.Count > 0 || clock.GetUtcNow() >= end) return messages;
            await WaitAsync(next < end ? next.Value : end, arrival, cancellationToken);
        }
    }

    /// <summary>Deletes what a handle was given out for.</summary>
    public void DeleteMessage(string url, string handle)
    {
        lock (_gate) Require(NameOf(url)).Delete(handle);
    }

    /// <summary>Hides a message that somebody works on for so many seconds from now on; 0 shows it again.</summary>
    public void ChangeMessageVisibility(string url, string handle, int seconds)
    {
        CheckVisibility(seconds);
        string arn;
        lock (_gate)
        {
            var queue = Require(NameOf(url));
            queue.Hide(handle, seconds, clock.GetUtcNow());
            arn = queue.Arn;
        }
        Arrived?.Invoke(arn);
    }

    private async Task WaitAsync(DateTimeOffset until, Task arrival, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var wait = clock.WaitUntilAsync(until, over.Token);
        await Task.WhenAny(wait, arrival);
        await over.CancelAsync();
        await ((Task)wait).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (wait.IsCompletedSuccessfully) wait.Result.Dispose();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static void CheckVisibility(int seconds)
    {
        if (seconds is < 0 or > 43_200)
            throw SqsErrors.Value(Text(seconds), "VisibilityTimeout", "VisibilityTimeout must be an integer between 0 and 43200");
    }

    private (
        IReadOnlyList<ReceivedMessage> Messages, Task Arrival, DateTimeOffset? Next) Receive(string url, int most, int? hidden)
    {
        if (most is < 1 or > Batch)
            throw SqsErrors.Value(Text(most), "MaxNumberOfMessages", $"Must be between 1 and {Batch}, if provided.");
        if (hidden is { } seconds) CheckVisibility(seconds);
        string? dead = null;
        try
        {
            lock (_gate)
            {
                var (queue, now) = (Require(NameOf(url)), clock.GetUtcNow());
                var (letters, limit) = QueueAttributes.MaximumReceives(
                    queue.Attributes.GetValueOrDefault(QueueAttributes.Redrive, "")) is var (arn, times)
                    ? (_queues.Values.FirstOrDefault(one => one.Arn == arn), times)
                    : (null, 0);
                var span = TimeSpan.FromSeconds(hidden ?? queue.Number(QueueAttributes.Visibility));
                var before = letters?.Arrival;
                var received = queue.Receive(most, span, now, letters, limit);
                if (before is { IsCompleted: true }) dead = letters!.Arn;
                return (received, queue.Arrival, queue.NextVisible(now));
            }
        }
        finally
        {
            if (dead is not null) Arrived?.Invoke(dead);
        }
    }
}
