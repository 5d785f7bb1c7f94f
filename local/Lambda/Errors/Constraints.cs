using System.Globalization;

namespace Canary.Local.Lambda.Errors;

/// <summary>Collects what a request breaks of the service model, and says it all at once in AWS's words.</summary>
internal sealed class Constraints
{
    private readonly List<string> _faults = [];

    public Constraints That(bool holds, string member, object? value, string constraint)
    {
        if (holds) return this;
        var quoted = value is null ? "null" : string.Create(CultureInfo.InvariantCulture, $"'{value}'");
        _faults.Add($"Value {quoted} at '{member}' failed to satisfy constraint: {constraint}");
        return this;
    }

    public Constraints Pattern(bool holds, string member, object? value, string pattern) =>
        That(holds, member, value, "Member must satisfy regular expression pattern: " + pattern);

    public Constraints Present(string member, object? value) => That(value is not null, member, value, "Member must not be null");

    public Constraints Length(string member, string? value, int least, int most) =>
        That(value is null || value.Length >= least, member, value, $"Member must have length greater than or equal to {least}")
            .That(value is null || value.Length <= most, member, value, $"Member must have length less than or equal to {most}");

    public Constraints Range(string member, int value, int least, int most) =>
        That(value >= least, member, value, $"Member must have value greater than or equal to {least}")
            .That(value <= most, member, value, $"Member must have value less than or equal to {most}");

    public void Check()
    {
        if (_faults.Count == 0) return;
        throw LambdaErrors.Validation(
            $"{_faults.Count} validation error{(_faults.Count == 1 ? "" : "s")} detected: {string.Join("; ", _faults)}");
    }
}
