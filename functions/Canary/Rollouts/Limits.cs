using Canary.Wording;

namespace Canary.Rollouts;

/// <summary>The bounds of a rollout, with the reason for each.</summary>
public static class Limits
{
    /// <summary>Steps: one for each percent. More would not fit the document.</summary>
    public const int Steps = 100;

    /// <summary>Alarms: CodeDeploy's own bound. A composite alarm joins more.</summary>
    public const int Alarms = 10;

    /// <summary>Characters of an alarm's name: CloudWatch's bound.</summary>
    public const int AlarmNameLength = 255;

    /// <summary>Characters of a version's description: Lambda's bound.</summary>
    public const int DescriptionLength = 256;

    /// <summary>
    /// Seconds of all bakes together: 48 hours, CodeDeploy's bound for a shift, and well inside the state machine's own time-out.
    /// </summary>
    public const int TotalBakeSeconds = 48 * 60 * 60;

    /// <summary>Seconds between checks at least: DescribeAlarms allows 9 calls a second to a whole account and Region.</summary>
    public const int ShortestCheckInterval = 5;

    /// <summary>Seconds between checks at most.</summary>
    public const int LongestCheckInterval = 3_600;

    /// <summary>Seconds between checks when the input names none.</summary>
    public const int DefaultCheckInterval = 15;

    /// <summary>
    /// Seconds, all steps together, for which metrics that cannot be read hold the rollout beyond all else:
    /// one reading that fails at a step's end is an accident.
    /// </summary>
    public const int UnreadableSeconds = 60;

    /// <summary>
    /// Seconds for which a used-up request quota may keep a rollout from its alarms or metrics: far longer than
    /// a thousand rollouts at once wait for each other. Then nobody watches the candidate.
    /// </summary>
    public const int ThrottledSeconds = 1_800;

    /// <summary>Bytes of the document: a Fail state's cause holds 32,768 characters, and the document is that cause.</summary>
    public const int DocumentBytes = 32_768;

    /// <summary>Characters of any reason that is quoted from elsewhere.</summary>
    public const int ReasonLength = Quoted.LongestText;

    /// <summary>
    /// Characters of a step's reason at least: a hundred of them must fit. Fewer steps have more room, up to the whole of it.
    /// </summary>
    public const int StepReasonLength = 40;

    /// <summary>Characters of one fault of a refused rollout: some hold a command to paste, with an ARN in it.</summary>
    public const int FaultLength = 600;

    /// <summary>Characters of what the story tells of a hook's answer.</summary>
    public const int AnswerLength = 300;

    /// <summary>Characters of what the story tells of one word of a person's.</summary>
    public const int WordLength = 150;

    /// <summary>Words of people's that the story tells of, besides an approval for each step. All are acted on.</summary>
    public const int Words = 10;

    /// <summary>The same where the document has no room for a story of each step: a hundred steps leave little.</summary>
    public const int FewestWords = 5;

    /// <summary>Seconds of a pause that does not say how long it is.</summary>
    public const int DefaultPause = 3_600;

    /// <summary>
    /// Seconds for which people may hold a rollout beyond its steps, all pauses together: half a day, which the state machine's
    /// own time-out leaves beside the longest plan.
    /// </summary>
    public const int PauseSeconds = 12 * 60 * 60;

    /// <summary>Characters of an error's name: Step Functions' bound.</summary>
    public const int ErrorNameLength = 256;
}
