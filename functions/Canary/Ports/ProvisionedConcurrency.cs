namespace Canary.Ports;

/// <summary>Provisioned concurrency of an alias or a version, as Lambda describes it.</summary>
/// <param name="Qualifier">The alias or version that it is configured for.</param>
/// <param name="Requested">How many environments are asked for.</param>
/// <param name="Status"><c>IN_PROGRESS</c>, <c>READY</c> or <c>FAILED</c>.</param>
/// <param name="StatusReason">Lambda's reason for FAILED, such as <c>FUNCTION_ERROR_INIT_FAILURE</c>.</param>
public sealed record ProvisionedConcurrency(string Qualifier, int Requested, string Status, string? StatusReason)
{
    /// <summary>The version that an alias is at; null where nobody looked.</summary>
    public string? AliasVersion { get; init; }

    /// <summary>The version that is provisioned.</summary>
    public string? Version => IsOfVersion ? Qualifier : AliasVersion;

    /// <summary>Whether it is configured for a version, and not for an alias.</summary>
    public bool IsOfVersion => Qualifier.All(char.IsAsciiDigit);

    /// <summary>Whether all of it is there.</summary>
    public bool IsReady => Status == "READY";

    /// <summary>Whether it will never be there.</summary>
    public bool IsFailed => Status == "FAILED";
}
