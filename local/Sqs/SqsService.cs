using System.Globalization;
using System.Text.RegularExpressions;
using Canary.Local.Clocks;
using Canary.Local.Sqs.Errors;
using Canary.Local.Sqs.Model;
using Canary.Local.Wire;

namespace Canary.Local.Sqs;

/// <summary>
/// The embedded SQS for callers inside this process: standard queues, whose messages rules, alarms, topics and dead letters
/// bring, and people read back. <c>SqsApi</c> is the same for clients. Policies are kept and not enforced. Thread-safe; all of it
/// throws <see cref="AwsException"/> in AWS's words.
/// </summary>
/// <param name="clock">Hides messages and shows them again.</param>
/// <param name="account">Whose queues they are.</param>
public sealed partial class SqsService(Clock clock, AwsAccount account)
{
    /// <summary>Most of what one receive gives.</summary>
    internal const int Batch = 10;

    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, Queue> _queues = new(StringComparer.Ordinal);

    /// <summary>
    /// A message came to the queue with this ARN, or shows again. Raised on the thread that made it so: be quick.
    /// </summary>
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
        if (!Name().IsMatch(name))
            throw SqsErrors.Invalid("Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
        var told = attributes ?? new Dictionary<string, string>();
        QueueAttributes.Check(told);
        lock (_gate)
        {
            if (!_queues.TryGetValue(name, out var queue)) _queues[name] = new Queue(name, Arn(name), told, clock.GetUtcNow());
            else if (told.FirstOrDefault(one => queue.Attributes.GetValueOrDefault(one.Key, "") != one.Value).Key is { } other)
                throw SqsErrors.Exists(other);
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

    private Queue Require(string name) => _queues.GetValueOrDefault(name) ?? throw SqsErrors.NoQueue();

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,80}\z")]
    private static partial Regex Name();
}
