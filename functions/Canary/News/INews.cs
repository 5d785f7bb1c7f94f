namespace Canary.News;

/// <summary>The port to those who want to know of rollouts.</summary>
public interface INews
{
    /// <summary>Tells them, in this order. It is not tried for long: nothing may wait for it.</summary>
    Task SendAsync(IReadOnlyList<NewsItem> items);
}
