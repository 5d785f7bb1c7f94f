using System.Globalization;

namespace Canary.Aliases;

/// <summary>Where an alias sends its traffic.</summary>
/// <param name="Version">The version that takes what is left over.</param>
/// <param name="AdditionalVersion">The version that takes <paramref name="AdditionalWeight"/>, or null.</param>
/// <param name="AdditionalWeight">Its share, 0 to 1.</param>
public sealed record AliasState(string Version, string? AdditionalVersion = null, double AdditionalWeight = 0)
{
    /// <summary>All traffic at one version.</summary>
    public bool IsSettled => AdditionalVersion is null;

    /// <summary>A share of the traffic at another version.</summary>
    public AliasState Shifted(string version, Weight weight) =>
        this with { AdditionalVersion = version, AdditionalWeight = weight.Fraction };

    /// <summary>A version's share of the traffic, in percent.</summary>
    public decimal PercentOf(string? version)
    {
        var additional = (decimal)Math.Round(AdditionalWeight * 100, 2);
        return version == Version ? 100 - additional : version == AdditionalVersion ? additional : 0;
    }

    /// <summary>Such as <c>version 3, and 10 % to version 4</c>.</summary>
    public override string ToString() => IsSettled
        ? $"version {Version}"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"version {Version}, and {AdditionalWeight * 100:0.##} % to version {AdditionalVersion}");
}
