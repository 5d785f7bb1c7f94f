using Canary.Tests.Schema;

namespace Canary.EndToEnd.Tests.Safety.Reports;

/// <summary>What a rollout reports keeps its contract, whatever happened.</summary>
internal static class DocumentShape
{
    public static IEnumerable<string> ADocumentIsAsItsSchemaSays(Report report) =>
        from ended in report.Rollouts
        where ended.Rollout is not null
        let document = ended.Execution.Output ?? ended.Execution.Cause!
        where !SchemaFile.Document.Accepts(document)
        select $"{string.Join(", ", SchemaFile.Document.FaultsOf(document))}: {document}";
}
