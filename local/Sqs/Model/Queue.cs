using System.Globalization;
using System.Text;
using Canary.Local.Sqs.Errors;

namespace Canary.Local.Sqs.Model;

/// <summary>One queue and its messages. Read and written under the service's lock.</summary>
internal sealed class Queue(string name, string arn, IReadOnlyDictionary<string, string> attributes, DateTimeOffset created)
{
    private readonly List<Message> _messages = [];
    private TaskCompletionSource _arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Name => name;

    public string Arn => arn;

    public DateTimeOffset Created { get; } = created;

    public DateTimeOffset Modified { get; private set; } = created;

    public DateTimeOffset? Purged { get; private set; }

    /// <summary>What it was told, over what a queue has that was told nothing.</summary>
    public SortedDictionary<string, string> Attributes { get; } = new(
        QueueAttributes.Defaults.ToDictionary()
            .Union(attributes)
            .GroupBy(one => one.Key)
            .ToDictionary(group => group.Key, group => group.Last().Value),
        StringComparer.Ordinal);

    /// <summary>Completes when the next message comes.</summary>
    public Task Arrival => _arrival.Task;

    public int Number(string attribute) => int.Parse(Attributes[attribute], CultureInfo.InvariantCulture);

    public void Change(IReadOnlyDictionary<string, string> changes, DateTimeOffset now)
    {
        foreach (var (attribute, value) in changes) Attributes[attribute] = value;
        Modified = now;
    }

    public void Add(Message message)
    {
        _messages.Add(message);
        _arrival.TrySetResult();
        _arrival = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>When the next message that is hidden now comes into sight; null for never.</summary>
    public DateTimeOffset? NextVisible(DateTimeOffset now) =>
        _messages.Where(message => message.Visible > now).Select(message => (DateTimeOffset?)message.Visible).Min();

    /// <summary>
    /// Gives out what can be seen, oldest first, and hides it; what was given out too often goes to <paramref name="dead"/>.
    /// </summary>
    public IReadOnlyList<ReceivedMessage> Receive(int most, TimeSpan hidden, DateTimeOffset now, Queue? dead, int limit)
    {
        Forget(now);
        var received = new List<ReceivedMessage>();
        foreach (var message in _messages.Where(message => message.Visible <= now).ToList())
        {
            if (received.Count == most) break;
            if (dead is not null && message.Receives >= limit)
            {
                _messages.Remove(message);
                message.Handle = null;
                dead.Add(message);
                continue;
            }
            message.Receives++;
            message.FirstReceived ??= now;
            message.Visible = now + hidden;
            message.Handle = Convert.ToBase64String(
                Encoding.UTF8.GetBytes($"{Guid.NewGuid()} {arn} {message.Id} {now.ToUnixTimeMilliseconds()}"));
            received.Add(new ReceivedMessage(
                message.Id,
                message.Handle,
                message.Body,
                message.Attributes,
                message.Sent,
                message.Receives,
                message.FirstReceived.Value));
        }
        return received;
    }

    /// <summary>Deletes what a handle was given out for; an old handle deletes nothing, and that is no error.</summary>
    /// <exception cref="Wire.AwsException">It is no handle of this queue.</exception>
    public void Delete(string handle)
    {
        CheckHandle(handle);
        _messages.RemoveAll(message => message.Handle == handle);
    }

    /// <exception cref="Wire.AwsException">It is no handle of this queue, or nobody works on the message.</exception>
    public void Hide(string handle, int seconds, DateTimeOffset now)
    {
        CheckHandle(handle);
        var message = _messages.Find(one => one.Handle == handle)
            ?? throw SqsErrors.Value(
                handle, "ReceiptHandle", "Message does not exist or is not available for visibility timeout change.");
        if (message.Visible <= now)
            throw SqsErrors.NotInFlight();
        message.Visible = now.AddSeconds(seconds);
        // Whoever waits looks again.
        _arrival.TrySetResult();
        _arrival = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public void Purge(DateTimeOffset now)
    {
        if (now - Purged < TimeSpan.FromSeconds(60)) throw SqsErrors.Purging(name);
        _messages.Clear();
        Purged = now;
    }

    /// <summary>How many can be received, how many somebody works on, and how many are still to come.</summary>
    public (int Visible, int Hidden, int Delayed) Count(DateTimeOffset now)
    {
        Forget(now);
        return (
            _messages.Count(message => message.Visible <= now),
            _messages.Count(message => message.Visible > now && message.Handle is not null),
            _messages.Count(message => message.Visible > now && message.Handle is null));
    }

    private void Forget(DateTimeOffset now)
    {
        var oldest = now.AddSeconds(-Number(QueueAttributes.Retention));
        _messages.RemoveAll(message => message.Sent < oldest);
    }

    private void CheckHandle(string handle)
    {
        var bytes = new byte[handle.Length];
        var text = Convert.TryFromBase64String(handle, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
        if (text.Split(' ') is not [_, var owner, _, _] || owner != arn) throw SqsErrors.Handle(handle);
    }
}
