using System.Text;
using Canary.Local.Sns.Errors;
using Canary.Local.Sns.Model;
using Canary.Local.Sqs.Model;
using Canary.Local.Wire;
using Canary.StatesLanguage.Json;

namespace Canary.Local.Sns;

// Messages.
public sealed partial class SnsService
{
    /// <summary>Hands a message to every subscriber.</summary>
    /// <param name="topicArn">The topic.</param>
    /// <param name="message">1 to 262,144 bytes.</param>
    /// <param name="subject">At most 100 characters of ASCII without line breaks; null for none.</param>
    /// <param name="attributes">What there is to say besides; null for nothing.</param>
    /// <param name="byProtocol">What the subscribers of a protocol get instead; null for the message.</param>
    /// <returns>SNS's id.</returns>
    public string Publish(
        string topicArn,
        string message,
        string? subject = null,
        IReadOnlyDictionary<string, MessageAttributeValue>? attributes = null,
        Func<string, string>? byProtocol = null)
    {
        if (message.Length == 0) throw SnsErrors.Invalid("Empty message");
        if (Encoding.UTF8.GetByteCount(message) > MessageBytes) throw SnsErrors.Invalid("Message too long");
        if (subject is not null && (subject.Length is 0 or > 100 || subject.Any(letter => letter is < ' ' or > '~')))
            throw SnsErrors.Invalid("Subject");
        IReadOnlyList<Subscription> subscriptions;
        lock (_gate) subscriptions = [.. Require(topicArn).Subscriptions];
        var said = attributes ?? new Dictionary<string, MessageAttributeValue>();
        var id = Guid.NewGuid().ToString();
        foreach (var subscription in subscriptions)
        {
            var text = byProtocol?.Invoke(subscription.Protocol) ?? message;
            Deliver(subscription, new Notification(id, text, subject, said, clock.GetUtcNow()));
        }
        return id;
    }

    private void Deliver(Subscription subscription, Notification notification)
    {
        var document = subscription switch
        {
            { IsRaw: true } => notification.Message,
            { Protocol: "sqs" } => JsonText.Write(notification.ForQueue(subscription, account.Region)),
            _ => JsonText.Write(notification.ForFunction(subscription, account.Region)),
        };
        try
        {
            targets.Send(subscription.Endpoint, document);
        }
        catch (AwsException)
        {
            // The queue or the function is gone. SNS gives such a message up as well.
        }
    }
}
