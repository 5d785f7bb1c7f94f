using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Canary.Local.Sqs.Errors;
using Canary.Local.Wire;
using Canary.Local.Wire.Protocols;

namespace Canary.Local.Sqs.Api;

/// <summary>The operations on up to ten messages: each entry goes well or badly by itself.</summary>
internal static partial class BatchOperations
{
    public static JsonObject SendMessageBatch(SqsService service, Members members) =>
        Each(members, (url, entry) => MessageOperations.Send(service, url, entry));

    public static JsonObject DeleteMessageBatch(SqsService service, Members members) => Each(members, (url, entry) =>
    {
        var handle = SqsOperations.Required(entry, "ReceiptHandle");
        entry.RefuseOthers();
        service.DeleteMessage(url, handle);
        return [];
    });

    private static JsonObject Each(Members members, Func<string, Members, JsonObject> deed)
    {
        var (url, entries) =
            (SqsOperations.Required(members, "QueueUrl"), members.Structures("Entries") ?? throw SqsErrors.Missing("Entries"));
        members.RefuseOthers();
        if (entries.Count == 0)
            throw SqsErrors.EmptyBatch();
        if (entries.Count > SqsService.Batch)
        {
            throw SqsErrors.TooManyEntries(SqsService.Batch, entries.Count);
        }
        var ids = entries.Select(entry => SqsOperations.Required(entry, "Id")).ToList();
        if (ids.Find(id => !Id().IsMatch(id)) is not null)
        {
            throw SqsErrors.EntryId();
        }
        if (ids.GroupBy(id => id).FirstOrDefault(group => group.Count() > 1) is { Key: var twice })
            throw SqsErrors.EntryIdTwice(twice);
        var (done, failed) = (new JsonArray(), new JsonArray());
        foreach (var (id, entry) in ids.Zip(entries))
        {
            try
            {
                var answer = deed(url, entry);
                answer.Insert(0, "Id", id);
                done.Add(answer);
            }
            catch (AwsException refusal) when (refusal.Code != "QueueDoesNotExist")
            {
                failed.Add(new JsonObject
                {
                    ["Id"] = id,
                    ["SenderFault"] = true,
                    ["Code"] = SqsErrors.QueryCode(refusal.Code),
                    ["Message"] = refusal.Message,
                });
            }
        }
        var all = new JsonObject { ["Successful"] = done };
        if (failed.Count > 0) all["Failed"] = failed;
        return all;
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,80}\z")]
    private static partial Regex Id();
}
