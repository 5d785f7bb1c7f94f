using System.Globalization;
using System.Text.RegularExpressions;
using Canary.Local.Clocks;
using Canary.Local.Sqs.Api;
using Canary.Local.Sqs.Errors;
using Canary.Local.Sqs.Model;
using Canary.Local.Wire;

namespace Canary.Local.Sqs;

/// <summary>
/// The embedded SQS for callers inside this process: standard queues, whose messages rules, alarms, topics and dead letters bring, and people read back.
/// <see cref="SqsApi"/> is the same for clients. Policies are kept and not enforced. Thread-safe; all of it throws <see cref="AwsException"/> in AWS's words.
/// </summary>
/// <param name="clock">Hides messages and shows them again.</param>
/// <param name="account">Whose queues they are.</param>
public sealed partial class SqsService(Clock clock, AwsAccount account)
{
    /// <summary>Most of what one receive gives.</summary>
    internal const int Batch = 10;

    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, Queue> _queues = new(StringComparer.Ordinal);

    /// <summary>A message came to the queue with this ARN, or shows again. Raised on the thread that made it so: be quick.</summary>
    public event Action<string>? Arrived;

    /// <summary>Where clients find the queues; null shows AWS's own address.</summary>
    public Uri? Endpoint { get; set; }

    internal AwsAccount Account => account;

    /// <summary>Creates a queue, or finds the one that is the same.</summary>
    /// <param name="name">1 to 80 letters, digits, hyphens and underscores.</param>
    /// <param name="attributes">Null for the defaults.</param>
    /// <returns>Its URL.</returns>
    public string CreateQueue(string name, IReadOnlyDictionary<string, string>? attributes = null)
    {
        if (name.EndsWith(".fifo", StringComparison.Ordinal)) throw SqsErrors.NotSupported($"FIFO queues such as '{name}'");
        if (!Name().IsMatch(name)) throw SqsErrors.Invalid("Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
        var told = attributes ?? new Dictionary<string, string>();
        QueueAttributes.Check(told);
        lock (_gate)
        {
            if (!_queues.TryGetValue(name, out var queue)) _queues[name] = new Queue(name, Arn(name), told, clock.GetUtcNow());
            else if (told.FirstOrDefault(one => queue.Attributes.GetValueOrDefault(one.Key, "") != one.Value).Key is { } other) throw SqsErrors.Exists(other);
            return Url(name);
        }
    }

    /// <summary>The queues' URLs, by name.</summary>
    public IReadOnlyList<string> ListQueues(string? prefix = null)
    {
        lock (_gate) return [.. _queues.Keys.Where(name => name.StartsWith(prefix ?? "", StringComparison.Ordinal)).Select(Url)];
    }

    /// <summary>A queue's URL.</summary>
    public string GetQueueUrl(string name)
    {
        lock (_gate) return Url(Require(name).Name);
    }

    /// <summary>Deletes a queue with all that is in it.</summary>
    public void DeleteQueue(string url)
    {
        lock (_gate) _queues.Remove(Require(NameOf(url)).Name);
    }

    /// <summary>Empties a queue, once a minute at most.</summary>
    public void PurgeQueue(string url)
    {
        lock (_gate) Require(NameOf(url)).Purge(clock.GetUtcNow());
    }

    /// <summary>All that a queue shows of itself.</summary>
    public IReadOnlyDictionary<string, string> GetQueueAttributes(string url)
    {
        lock (_gate)
        {
            var queue = Require(NameOf(url));
            var (visible, hidden, delayed) = queue.Count(clock.GetUtcNow());
            var all = queue.Attributes.Where(one => one.Value.Length > 0).ToDictionary();
            all["QueueArn"] = queue.Arn;
            all["ApproximateNumberOfMessages"] = Text(visible);
            all["ApproximateNumberOfMessagesNotVisible"] = Text(hidden);
            all["ApproximateNumberOfMessagesDelayed"] = Text(delayed);
            all["CreatedTimestamp"] = Text(queue.Created.ToUnixTimeSeconds());
            all["LastModifiedTimestamp"] = Text(queue.Modified.ToUnixTimeSeconds());
            return all;
        }
    }

    /// <summary>Changes what is named and nothing else.</summary>
    public void SetQueueAttributes(string url, IReadOnlyDictionary<string, string> attributes)
    {
        QueueAttributes.Check(attributes);
        lock (_gate) Require(NameOf(url)).Change(attributes, clock.GetUtcNow());
    }

    /// <summary>Sends a message.</summary>
    /// <param name="url">Which queue.</param>
    /// <param name="body">What Unicode and XML both allow.</param>
    /// <param name="attributes">What there is to say besides; null for nothing.</param>
    /// <param name="delay">Seconds until it can be received; null for the queue's own.</param>
    /// <returns>SQS's id.</returns>
    public string SendMessage(string url, string body, IReadOnlyDictionary<string, MessageAttributeValue>? attributes = null, int? delay = null)
    {
        var said = attributes ?? new Dictionary<string, MessageAttributeValue>();
        Message message;
        string arn;
        lock (_gate)
        {
            var queue = Require(NameOf(url));
            MessageRules.Check(body, said, queue.Number(QueueAttributes.Size));
            if (delay is < 0 or > 900) throw SqsErrors.Value(Text(delay.Value), "DelaySeconds", "DelaySeconds must be >= 0 and <= 900.");
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
        if (arn.Split(':') is not [_, _, "sqs", var region, var owner, var name] || region != account.Region || owner != account.Id) throw SqsErrors.NoQueue();
        SendMessage(Url(name), body, attributes);
    }

    /// <summary>Takes what can be seen.</summary>
    /// <param name="url">Which queue.</param>
    /// <param name="most">1 to 10.</param>
    /// <param name="hidden">For how many seconds nobody else sees them; null for the queue's own.</param>
    public IReadOnlyList<ReceivedMessage> ReceiveMessages(string url, int most = 1, int? hidden = null) => Receive(url, most, hidden).Messages;

    /// <summary>The same, and waits for the first one.</summary>
    /// <param name="url">Which queue.</param>
    /// <param name="most">1 to 10.</param>
    /// <param name="hidden">For how many seconds nobody else sees them; null for the queue's own.</param>
    /// <param name="wait">0 to 20 seconds; null for the queue's own.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveMessagesAsync(
        string url, int most = 1, int? hidden = null, int? wait = null, CancellationToken cancellationToken = default)
    {
        if (wait is < 0 or > 20) throw SqsErrors.Value(Text(wait.Value), "WaitTimeSeconds", "Must be >= 0 and <= 20, if provided.");
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

    /// <summary>Whether there is a queue with this ARN.</summary>
    internal bool Has(string arn)
    {
        lock (_gate) return _queues.Values.Any(queue => queue.Arn == arn);
    }

    /// <summary>For how many seconds a message is hidden that somebody works on.</summary>
    internal int VisibilityOf(string arn)
    {
        lock (_gate) return Require(NameOf(UrlOf(arn))).Number(QueueAttributes.Visibility);
    }

    /// <summary>Whether there is a message to receive.</summary>
    internal bool HasVisible(string arn)
    {
        lock (_gate) return Require(NameOf(UrlOf(arn))).Count(clock.GetUtcNow()).Visible > 0;
    }

    /// <summary>When the next message shows that is hidden now; null for never.</summary>
    internal DateTimeOffset? NextVisible(string arn)
    {
        lock (_gate) return Require(NameOf(UrlOf(arn))).NextVisible(clock.GetUtcNow());
    }

    /// <summary>The URL that a queue with this ARN has, whether it exists or not.</summary>
    internal string UrlOf(string arn) => Url(arn.Split(':')[^1]);

    /// <summary>A URL's last word; the queue is in no other place.</summary>
    internal static string NameOf(string url) => url.TrimEnd('/').Split('/')[^1];

    /// <summary>A queue's ARN.</summary>
    internal string Arn(string name) => $"arn:aws:sqs:{account.Region}:{account.Id}:{name}";

    /// <summary>A queue's URL, whether it exists or not.</summary>
    internal string Url(string name) =>
        $"{Endpoint?.GetLeftPart(UriPartial.Authority) ?? $"https://sqs.{account.Region}.amazonaws.com"}/{account.Id}/{name}";

    private (IReadOnlyList<ReceivedMessage> Messages, Task Arrival, DateTimeOffset? Next) Receive(string url, int most, int? hidden)
    {
        if (most is < 1 or > Batch) throw SqsErrors.Value(Text(most), "MaxNumberOfMessages", $"Must be between 1 and {Batch}, if provided.");
        if (hidden is { } seconds) CheckVisibility(seconds);
        string? dead = null;
        try
        {
            lock (_gate)
            {
                var (queue, now) = (Require(NameOf(url)), clock.GetUtcNow());
                var (letters, limit) = QueueAttributes.MaximumReceives(queue.Attributes.GetValueOrDefault(QueueAttributes.Redrive, "")) is var (arn, times)
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

    private Queue Require(string name) => _queues.GetValueOrDefault(name) ?? throw SqsErrors.NoQueue();

    private static void CheckVisibility(int seconds)
    {
        if (seconds is < 0 or > 43_200)
            throw SqsErrors.Value(Text(seconds), "VisibilityTimeout", "VisibilityTimeout must be an integer between 0 and 43200");
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,80}\z")]
    private static partial Regex Name();
}
