using Canary.Local.Sqs.Model;
using Canary.Local.Wire;

namespace Canary.Local.Targets;

/// <summary>
/// Brings what a service has to tell to a function, a queue or a topic, whichever has the ARN: rules, alarms and dead letters go
/// this way.
/// </summary>
public interface ITargets
{
    /// <summary>Hands a message over. Whoever gets it works later.</summary>
    /// <param name="arn">Whose message it is.</param>
    /// <param name="message">For a function its event, as JSON.</param>
    /// <param name="subject">What a topic's mail is about, or of which kind a bus's event is; null for nothing.</param>
    /// <param name="attributes">What there is to say besides to a queue or a topic; null for nothing.</param>
    /// <exception cref="AwsException">Nobody has this ARN, or he does not take the message.</exception>
    void Send(
        string arn,
        string message,
        string? subject = null,
        IReadOnlyDictionary<string, MessageAttributeValue>? attributes = null);
}
