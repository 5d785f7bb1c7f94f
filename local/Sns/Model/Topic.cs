namespace Canary.Local.Sns.Model;

/// <summary>A topic with its subscriptions in the order in which they came. Read and written under the service's lock.</summary>
internal sealed class Topic(string name, string arn, IReadOnlyDictionary<string, string> attributes)
{
    public string Name => name;

    public string Arn => arn;

    public SortedDictionary<string, string> Attributes { get; } = new(attributes.ToDictionary(), StringComparer.Ordinal);

    public List<Subscription> Subscriptions { get; } = [];
}
