namespace Canary.Local.StepFunctions.Model;

/// <summary>AWS's limits for Standard workflows, from its service model and its page of quotas.</summary>
internal static class WorkflowLimits
{
    /// <summary>Bytes, as UTF-8, of one input or output.</summary>
    public const int DataBytes = 262_144;

    /// <summary>Events of one execution; the last is the one that fails it.</summary>
    public const int HistoryEvents = 25_000;

    /// <summary>Characters of a definition.</summary>
    public const int DefinitionLength = 1_048_576;

    /// <summary>What the revision of a state machine is called that was never changed.</summary>
    public const string FirstRevision = "INITIAL";

    /// <summary>Characters of the description of a version or an alias.</summary>
    public const int DescriptionLength = 256;

    /// <summary>Characters of an error's name.</summary>
    public const int ErrorLength = 256;

    /// <summary>Characters of a cause.</summary>
    public const int CauseLength = 32_768;

    /// <summary>Characters of a task's token.</summary>
    public const int TokenLength = 2048;

    /// <summary>Characters of the token of a page of executions.</summary>
    public const int ExecutionsTokenLength = 3096;

    /// <summary>How long after its end an execution can be redriven.</summary>
    public static readonly TimeSpan RedrivablePeriod = TimeSpan.FromDays(14);

    /// <summary>How long a repeated request with the same client token is answered as the first.</summary>
    public static readonly TimeSpan ClientTokenPeriod = TimeSpan.FromMinutes(15);

    /// <summary>How long an execution may take.</summary>
    public static readonly TimeSpan ExecutionTime = TimeSpan.FromDays(365);
}
