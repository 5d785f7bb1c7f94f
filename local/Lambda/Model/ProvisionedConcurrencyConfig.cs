namespace Canary.Local.Lambda.Model;

/// <summary>Provisioned concurrency of a version or an alias, as GetProvisionedConcurrencyConfig shows it.</summary>
/// <param name="FunctionArn">With the alias or version that it was configured for.</param>
/// <param name="Requested">How many execution environments are wanted.</param>
/// <param name="Allocated">How many there are.</param>
/// <param name="Status"><c>IN_PROGRESS</c>, <c>READY</c> or <c>FAILED</c>.</param>
/// <param name="StatusReason">Why it failed, such as <c>FUNCTION_ERROR_INIT_FAILURE</c>; else null.</param>
/// <param name="LastModified">When it was last configured.</param>
public sealed record ProvisionedConcurrencyConfig(
    string FunctionArn, int Requested, int Allocated, string Status, string? StatusReason, DateTimeOffset LastModified);
