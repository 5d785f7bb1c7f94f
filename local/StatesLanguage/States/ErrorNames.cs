using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Canary.StatesLanguage.States;

/// <summary>The errors that a Retrier or a Catcher is for.</summary>
internal sealed record ErrorNames(ImmutableArray<string> Names)
{
    /// <summary>Stands for every error.</summary>
    public const string All = "States.ALL";

    /// <summary>Stands for every error but a time-out.</summary>
    public const string TaskFailed = "States.TaskFailed";

    /// <summary>An attempt took longer than TimeoutSeconds.</summary>
    public const string Timeout = "States.Timeout";

    /// <summary>No heartbeat came within HeartbeatSeconds.</summary>
    public const string HeartbeatTimeout = "States.HeartbeatTimeout";

    /// <summary>A result, or a task's input after Parameters, is longer than 262,144 bytes.</summary>
    public const string DataLimitExceeded = "States.DataLimitExceeded";

    /// <summary>The definition does not fit the data; never matched.</summary>
    public const string Runtime = "States.Runtime";

    /// <summary>What a name that begins with <c>States.</c> may be. AWS reserves the prefix.</summary>
    public static readonly FrozenSet<string> Reserved = FrozenSet.Create(
        All, TaskFailed, Timeout, DataLimitExceeded, Runtime, HeartbeatTimeout, "States.Permissions", "States.BranchFailed",
        "States.NoChoiceMatched", "States.IntrinsicFailure", "States.ParameterPathFailure", "States.ResultPathMatchFailure",
        "States.ItemReaderFailed", "States.ResultWriterFailed",
        "States.ExceedToleratedFailureThreshold", "States.Http.Socket", "States.QueryEvaluationError");

    /// <summary>Whether this error is meant.</summary>
    /// <param name="error">Its name.</param>
    /// <param name="alias">Another name that it goes by; null for none.</param>
    /// <param name="isTerminal">Whether the names that stand for many do not stand for it.</param>
    public bool Match(string? error, string? alias = null, bool isTerminal = false) =>
        Names.Any(name => name == error || (alias is not null && name == alias) || (!isTerminal && StandsFor(name, error)));

    private static bool StandsFor(string name, string? error) => name == All || (name == TaskFailed && error != Timeout);
}
