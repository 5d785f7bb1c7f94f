namespace Canary.Sample;

/// <summary>What a failed request looks like from outside. Only the first is an error to Lambda.</summary>
public enum FailureKind
{
    /// <summary>The function throws.</summary>
    Error,

    /// <summary>It answers as a web framework does, with the status code 500.</summary>
    Http,

    /// <summary>It gives a queue all messages of the batch back, in <c>batchItemFailures</c>.</summary>
    Batch,
}
