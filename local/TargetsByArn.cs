using System.Text;
using System.Text.Json.Nodes;
using Canary.Local.Events;
using Canary.Local.Lambda.Invocations;
using Canary.Local.Sns;
using Canary.Local.Sqs;
using Canary.Local.Sqs.Model;
using Canary.Local.Targets;
using Canary.Local.Wire;
using Canary.StatesLanguage.Json;

namespace Canary.Local;

/// <summary>
/// Finds the service by the third word of the ARN. The services come later than this, since some of them send to each other.
/// </summary>
internal sealed class TargetsByArn : ITargets
{
    /// <summary>Has the functions.</summary>
    public IEventInvoker? Functions { get; set; }

    /// <summary>Has the queues.</summary>
    public SqsService? Queues { get; set; }

    /// <summary>Has the topics.</summary>
    public SnsService? Topics { get; set; }

    /// <summary>Has the rules. Only Lambda sends here, what became of an event, with its kind as the subject.</summary>
    public EventsService? Bus { get; set; }

    /// <inheritdoc/>
    public void Send(
        string arn, string message, string? subject = null, IReadOnlyDictionary<string, MessageAttributeValue>? attributes = null)
    {
        switch (arn.Split(':') is [_, _, var service, ..] ? service : "")
        {
            case "lambda" when Functions is not null:
                Functions.InvokeLater(arn, Encoding.UTF8.GetBytes(message));
                break;
            case "sqs" when Queues is not null:
                Queues.Send(arn, message, attributes);
                break;
            case "sns" when Topics is not null:
                Topics.Publish(arn, message, subject, attributes);
                break;
            case "events" when Bus is not null && subject is not null && JsonText.Parse(message) is JsonObject detail:
                Bus.Put("lambda", subject, [arn, (string)detail["requestContext"]!["functionArn"]!], detail);
                break;
            default:
                throw new AwsException(
                    400,
                    "ValidationException",
                    $"Canary.Local can send nothing to '{arn}': use a Lambda function, an SQS queue or an SNS topic.");
        }
    }
}
