using System.Globalization;

namespace Canary.Local.Wire;

/// <summary>Checks a request against the ranges of its model, and reports every fault at once in AWS's words.</summary>
internal sealed class MemberConstraints
{
    private readonly List<string> _faults = [];

    public MemberConstraints Required(string path, object? value) =>
        value is null ? Fault("null", path, "Member must not be null") : this;

    public MemberConstraints That(bool holds, string path, object? value, string constraint)
    {
        if (holds) return this;
        return Fault(value is null ? "null" : string.Create(CultureInfo.InvariantCulture, $"'{value}'"), path, constraint);
    }

    public MemberConstraints Pattern(bool holds, string path, object? value, string pattern) =>
        That(holds, path, value, "Member must satisfy regular expression pattern: " + pattern);

    public MemberConstraints Length(string path, string? value, int minimum, int maximum) => value?.Length switch
    {
        { } length when length < minimum =>
            Fault(Quoted(value), path, $"Member must have length greater than or equal to {minimum}"),
        { } length when length > maximum =>
            Fault(Quoted(value), path, $"Member must have length less than or equal to {maximum}"),
        _ => this,
    };

    public MemberConstraints Namespace(string path, string? value) =>
        Length(path, value, 1, 255) is var rest && value?.StartsWith(':') == true
            ? rest.Fault(Quoted(value), path, "Member must satisfy regular expression pattern: [^:].*")
            : rest;

    public MemberConstraints Count<T>(string path, IReadOnlyCollection<T>? values, int maximum) =>
        values?.Count > maximum
            ? Fault(Quoted($"[{string.Join(", ", values)}]"), path, $"Member must have length less than or equal to {maximum}")
            : this;

    public MemberConstraints Range(string path, long? value, long minimum, long maximum = long.MaxValue) => value switch
    {
        { } number when number < minimum =>
            Fault(Quoted(Text(number)), path, $"Member must have value greater than or equal to {minimum}"),
        { } number when number > maximum =>
            Fault(Quoted(Text(number)), path, $"Member must have value less than or equal to {maximum}"),
        _ => this,
    };

    public MemberConstraints OneOf(string path, string? value, IEnumerable<string> allowed) =>
        value is null || allowed.Contains(value)
            ? this
            : Fault(Quoted(value), path, $"Member must satisfy enum value set: [{string.Join(", ", allowed)}]");

    /// <exception cref="Wire.AwsException">A ValidationException that lists the faults, if there are any.</exception>
    public void ThrowIfAny()
    {
        if (_faults.Count == 0) return;
        throw CommonErrors.Validation(
            $"{_faults.Count} validation error{(_faults.Count == 1 ? "" : "s")} detected: {string.Join("; ", _faults)}");
    }

    private static string Quoted(string value) => $"'{value}'";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private MemberConstraints Fault(string value, string path, string constraint)
    {
        _faults.Add($"Value {value} at '{path}' failed to satisfy constraint: {constraint}");
        return this;
    }
}
