using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Canary.Cli.CommandLine;
using Canary.Cli.Files;
using Canary.Cli.Screens;
using Canary.Rollouts;
using Canary.Wording;

namespace Canary.Cli.Planning;

/// <summary>What would become of a rollout, as PlanRollout says.</summary>
/// <param name="File">The rollout file.</param>
/// <param name="Document">The document with which the rollout would begin, or that of its refusal.</param>
/// <param name="Whole">The same, as it came.</param>
internal sealed partial record PlanAnswer(RolloutFile File, Rollout Document, JsonObject Whole)
{
    private const string Unchanged = "Nothing was changed.";

    private readonly RolloutEstimate _estimate = RolloutEstimate.Of(Document);

    /// <summary>What the program ends with.</summary>
    public int ExitCode => Document.Outcome switch
    {
        Outcome.Refused => CommandLine.ExitCode.Misused,
        Outcome.RolloutInProgress => CommandLine.ExitCode.Busy,
        _ => CommandLine.ExitCode.Done,
    };

    /// <summary>For people: a line for each sentence.</summary>
    public string Text => string.Join('\n', Document.Outcome switch
    {
        Outcome.InProgress => Planned,
        Outcome.Refused => [File.Told(Faults), $"A rollout would be refused. {Unchanged}"],
        _ => [Document.Reason, Unchanged],
    });

    /// <summary>For programs: the document, with where its faults are, or with what it takes and costs.</summary>
    public JsonObject Json
    {
        get
        {
            var json = Whole.DeepClone().AsObject();
            json.Remove("internal");
            if (Faults.Count > 0) json["places"] = LintedFile.JsonOf(Faults);
            if (Document.Outcome == Outcome.InProgress)
            {
                json["estimate"] = new JsonObject
                {
                    ["seconds"] = _estimate.Seconds,
                    ["longestSeconds"] = _estimate.LongestSeconds,
                    ["transitions"] = _estimate.Transitions,
                    ["metrics"] = _estimate.Metrics,
                    ["dollars"] = (double)_estimate.Dollars,
                };
            }
            return json;
        }
    }

    private IReadOnlyList<FileFault> Faults => Document.Outcome == Outcome.Refused ? File.Map.Placed(Document.Faults ?? []) : [];

    private IEnumerable<string> Planned =>
    [
        $"{Document.Function}:{Document.Alias}: {Document.Reason} {Candidate}",
        .. Document.Story.SelectMany(entry => Sentences().Split(entry.Text)).Select(sentence => $"  {sentence}"),
        $"  {Takes}",
        string.Create(
            CultureInfo.InvariantCulture,
            $"  It costs about ${_estimate.Dollars:0.####}: {_estimate.Transitions:N0} state transitions, and ")
            + string.Create(CultureInfo.InvariantCulture, $"{_estimate.Metrics:N0} metrics read. Lambda and logs are extra."),
        .. (Document.Warnings ?? []).Select(warning => $"Warning: {warning}"),
        Unchanged,
    ];

    private string Candidate => Document.CandidateVersion is { } version
        ? $"Version {version} would be released."
        : "$LATEST would be published and released.";

    private string Takes
    {
        get
        {
            if (Document.StableVersion is null) return "It is over as soon as the version is ready.";
            var (least, most) = (TimeSpan.FromSeconds(_estimate.Seconds), TimeSpan.FromSeconds(_estimate.LongestSeconds));
            return least == most
                ? $"It takes {Format.Seconds(least)}, and a few seconds for each step."
                : $"It takes {Format.Seconds(least)}, or up to {Format.Seconds(most)} where the analysis waits for a verdict "
                    + "or a person is asked.";
        }
    }

    /// <summary>Reads an answer.</summary>
    /// <exception cref="CommandFault">It is of another release of Canary.</exception>
    public static PlanAnswer Of(RolloutFile file, JsonElement answer)
    {
        try
        {
            if (answer.ValueKind == JsonValueKind.Object
                && answer.Deserialize(RolloutJson.Relaxed.Rollout) is { } document
                && Documents.IsWhole(document))
            {
                return new(file, document, JsonObject.Create(answer)!);
            }
        }
        catch (JsonException)
        {
            // The same as an answer without what a document has.
        }
        throw CommandFault.Unreachable(
            $"The stack's PlanRollout answers {Quoted.Of(answer)}, which this canary does not understand. "
            + "Use the canary of the release that is deployed.");
    }

    // A sentence ends in a full stop, and the next one begins with a capital letter or a number.
    [GeneratedRegex(@"(?<=[.?]) (?=[A-Z0-9$])", RegexOptions.CultureInvariant)]
    private static partial Regex Sentences();
}
