using Canary.Local.Sqs.Errors;
using Canary.Local.Wire;
using Canary.Local.Wire.Protocols;
using Canary.StatesLanguage.Json;
using Microsoft.AspNetCore.Http;

namespace Canary.Local.Sqs.Api;

/// <summary>
/// SQS as clients see it: AWS JSON 1.0 with the target <c>AmazonSQS.{Operation}</c>. Some clients send it to the queue's own URL.
/// </summary>
public sealed class SqsApi(SqsService service) : IWireService
{
    private readonly TargetedJson _json = new("AmazonSQS", "1.0", "sqs")
    {
        Find = name => SqsOperations.Find(name) is { } operation ? members => operation(service, members) : null,
        FindWaiting = (name, given) =>
            name == SqsOperations.Receive ? members => MessageOperations.ReceiveAsync(service, members, given) : null,
        ResourceOf = members =>
            members["QueueUrl"].AsString() is { } url ? SqsService.NameOf(url) : members["QueueName"].AsString(),
        TypeOf = SqsErrors.Type,
        QueryCodeOf = SqsErrors.QueryCode,
        IsAtAnyPath = true,
    };

    /// <inheritdoc/>
    public bool Owns(HttpRequest request) => _json.Owns(request);

    /// <inheritdoc/>
    public Task AnswerAsync(HttpContext context) => _json.AnswerAsync(context);

    /// <inheritdoc/>
    public ValueTask<ApiCall> ReadCallAsync(HttpRequest request) => _json.ReadCallAsync(request);

    /// <inheritdoc/>
    public Task RefuseAsync(HttpContext context, AwsException refusal) => _json.RefuseAsync(context, refusal);
}
