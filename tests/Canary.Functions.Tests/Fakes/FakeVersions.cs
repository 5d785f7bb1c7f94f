using Canary.Errors;
using Canary.Ports;

namespace Canary.Functions.Tests.Fakes;

/// <summary>A function with its versions, in memory.</summary>
internal sealed class FakeVersions : IVersions
{
    public Dictionary<string, FunctionVersion> Known { get; } = new()
    {
        ["$LATEST"] = new("$LATEST", "hash", "Active", "Successful", null),
        ["3"] = new("3", "old hash", "Active", "Successful", null),
        ["4"] = new("4", "hash", "Active", "Successful", null),
    };

    /// <summary>If not null, AWS's words for that the role may not read.</summary>
    public string? Denies { get; set; }

    /// <summary>Other functions that do not exist.</summary>
    public HashSet<string> Missing { get; } = [];

    /// <summary>Other functions that the role may not read, with AWS's words for it.</summary>
    public Dictionary<string, string> Denied { get; } = [];

    public string PublishesAs { get; set; } = "4";

    public List<(string Function, string? CodeSha256, string? Description)> Published { get; } = [];

    public Task<FunctionVersion?> FindAsync(string functionName, string? version) =>
        (Denies ?? Denied.GetValueOrDefault(functionName)) is { } denial
            ? Task.FromException<FunctionVersion?>(new AccessDenied(denial))
            : Task.FromResult(Missing.Contains(functionName) ? null : Known.GetValueOrDefault(version ?? "$LATEST"));

    public Task<FunctionVersion> PublishAsync(string functionName, string? codeSha256, string? description)
    {
        Published.Add((functionName, codeSha256, description));
        return Task.FromResult(Known[PublishesAs]);
    }
}
