namespace Canary.Local.Sqs.Model;

/// <summary>A message as its receiver gets it.</summary>
/// <param name="Id">SQS's own.</param>
/// <param name="ReceiptHandle">Deletes it.</param>
/// <param name="Body">What was sent.</param>
/// <param name="Attributes">What the sender said besides.</param>
/// <param name="Sent">When.</param>
/// <param name="Receives">How often it was given out, with this time.</param>
/// <param name="FirstReceived">When it was given out first.</param>
public sealed record ReceivedMessage(
    string Id,
    string ReceiptHandle,
    string Body,
    IReadOnlyDictionary<string, MessageAttributeValue> Attributes,
    DateTimeOffset Sent,
    int Receives,
    DateTimeOffset FirstReceived);
