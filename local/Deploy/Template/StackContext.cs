using Canary.Local.Wire;

namespace Canary.Local.Deploy.Template;

/// <summary>What a template is deployed as.</summary>
/// <param name="StackName">Goes into the names of what the template leaves nameless.</param>
/// <param name="Account">Whose ARNs the resources get.</param>
public sealed record StackContext(string StackName, AwsAccount Account)
{
    /// <summary>A queue's URL by its name; AWS's own unless the embedded AWS listens somewhere.</summary>
    public Func<string, string> QueueUrl { get; init; } = name =>
        $"https://sqs.{Account.Region}.amazonaws.com/{Account.Id}/{name}";

    /// <summary>
    /// The ARNs of the versions that functions are at, by their names in the template; the others are at their first.
    /// </summary>
    public IReadOnlyDictionary<string, string> Versions { get; init; } = new Dictionary<string, string>();

    /// <summary>Values for the template's parameters; the others keep their defaults.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();
}
