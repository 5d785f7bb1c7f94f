using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Canary.Cli.Finding;
using Canary.Rollouts;

namespace Canary.Cli.Watching;

/// <summary>
/// The documents that an execution's newest events carry: one call for how a rollout stands, however long its history is,
/// and one for what came since.
/// </summary>
/// <param name="stepFunctions">Where the history is: asked each time, since new credentials make new clients.</param>
/// <param name="execution">The execution's ARN.</param>
internal sealed class DocumentTrail(Func<IAmazonStepFunctions> stepFunctions, string execution)
{
    private const string FirstState = "PlanRollout";
    private const int PageSize = 20;

    // A state that is tried again and again adds events without a document.
    private const int MostPages = 20;

    private long _seen;

    /// <summary>When the newest event happened, by AWS's clock; null before any was read.</summary>
    public DateTimeOffset? At { get; private set; }

    /// <summary>Whether the execution has ended, however that was.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>The newest document; null before the rollout was planned.</summary>
    public static async Task<Rollout?> LatestAsync(
        IAmazonStepFunctions stepFunctions, string execution, CancellationToken cancellationToken) =>
        (await new DocumentTrail(() => stepFunctions, execution).ReadNewAsync(cancellationToken)) is [.., var last] ? last : null;

    /// <summary>
    /// The documents since the last call, the oldest first. The first call gives the newest one alone; none before the plan.
    /// </summary>
    public async Task<IReadOnlyList<Rollout>> ReadNewAsync(CancellationToken cancellationToken)
    {
        var (documents, newest) = (new List<Rollout>(), _seen);
        var request = new GetExecutionHistoryRequest
        {
            ExecutionArn = execution,
            ReverseOrder = true,
            MaxResults = PageSize,
            IncludeExecutionData = true,
        };
        var isOver = false;
        for (var pages = 0; pages < MostPages && !isOver; pages++)
        {
            var page = await stepFunctions().GetExecutionHistoryAsync(request, cancellationToken);
            foreach (var happened in page.Events ?? [])
            {
                HasEnded |= IsEnd(happened.Type);
                if (happened.Id > newest) (newest, At) = (happened.Id.Value, happened.Timestamp?.ToUniversalTime());
                isOver |= happened.Id <= _seen || (_seen == 0 && documents.Count > 0);
                if (!isOver && Find(happened) is { } document) documents.Insert(0, document);
            }
            isOver |= page.NextToken is null;
            request.NextToken = page.NextToken;
        }
        _seen = newest;
        return documents;
    }

    private static bool IsEnd(HistoryEventType type) =>
        type == HistoryEventType.ExecutionSucceeded || type == HistoryEventType.ExecutionFailed
        || type == HistoryEventType.ExecutionAborted || type == HistoryEventType.ExecutionTimedOut;

    private Rollout? Find(HistoryEvent happened) =>
        RolloutDocument.Find(DataOf(happened)) is { } document && document.Execution == execution ? document : null;

    private static string? DataOf(HistoryEvent happened) => happened switch
    {
        { StateExitedEventDetails.Output: { } output } => output,
        // What the first state is given is the user's, who may write any document into it.
        { StateEnteredEventDetails: { Input: { } input, Name: not FirstState } } => input,
        { ExecutionSucceededEventDetails.Output: { } output } => output,
        { ExecutionFailedEventDetails.Cause: { } cause } => cause,
        _ => null,
    };
}
