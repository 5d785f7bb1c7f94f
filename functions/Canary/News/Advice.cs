using System.Text.RegularExpressions;
using Canary.Rollouts;
using Canary.Wording;

namespace Canary.News;

/// <summary>What a person can do about news: what to type, and where to look.</summary>
internal static partial class Advice
{
    /// <summary>What to type.</summary>
    public static string Command(NewsKind kind, Rollout rollout) => kind switch
    {
        _ when !Headline.IsPlain(rollout) => Show(rollout),
        NewsKind.Started or NewsKind.Shifted or NewsKind.Held or NewsKind.Resumed => $"canary abort {rollout.Title}",
        NewsKind.Paused => $"canary resume {rollout.Title}",
        NewsKind.ApprovalRequested => $"canary approve {rollout.Title}",
        NewsKind.Promoted when rollout.StableVersion is not null => $"canary undo {rollout.Title}",
        _ => Show(rollout),
    };

    /// <summary>Where the console shows the execution; the execution itself where no console is known.</summary>
    public static string Console(string execution) => Place.Of(execution) is { } place && DomainOf(place.Partition) is { } domain
        ? $"https://{place.Region}.{domain}/states/home?region={place.Region}#/v2/executions/details/{execution}"
        : execution;

    private static string Show(Rollout rollout)
    {
        var name = rollout.Execution[(rollout.Execution.LastIndexOf(':') + 1)..];
        return Name().IsMatch(name) ? $"canary show {name}" : "canary list";
    }

    private static string? DomainOf(string partition) => partition switch
    {
        "aws" => "console.aws.amazon.com",
        "aws-us-gov" => "console.amazonaws-us-gov.com",
        "aws-cn" => "console.amazonaws.cn",
        _ => null,
    };

    // Other names of executions mean something to a shell.
    [GeneratedRegex(@"^[a-zA-Z0-9_.=+@-]{1,80}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
