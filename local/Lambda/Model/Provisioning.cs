namespace Canary.Local.Lambda.Model;

/// <summary>Provisioned concurrency under way or there, for an alias or a version.</summary>
/// <param name="Requested">How many environments.</param>
/// <param name="Before">How many there are until then.</param>
/// <param name="Modified">When it was configured.</param>
/// <param name="Due">When it is over. An alias that changes its version begins anew.</param>
/// <param name="Failure">Why it fails in the end, or null if it does not.</param>
internal sealed record Provisioning(int Requested, int Before, DateTimeOffset Modified, DateTimeOffset Due, string? Failure)
{
    public ProvisionedConcurrencyConfig View(string arn, DateTimeOffset now)
    {
        var status = now < Due ? "IN_PROGRESS" : Failure is null ? "READY" : "FAILED";
        return new ProvisionedConcurrencyConfig(
            arn, Requested, Allocated(now), status, status == "FAILED" ? Failure : null, Modified);
    }

    public int Allocated(DateTimeOffset now) => now < Due ? Before : Failure is null ? Requested : 0;
}
