using Canary.Errors;
using Canary.News;

namespace Canary.Functions.Tests.Fakes;

/// <summary>What rollouts tell, in memory: news and numbers.</summary>
internal sealed class FakeNews : INews, IFigures
{
    public List<NewsItem> Sent { get; } = [];

    public List<RolloutFigures> Written { get; } = [];

    public bool IsBroken { get; set; }

    public Task SendAsync(IReadOnlyList<NewsItem> items)
    {
        if (IsBroken) return Task.FromException(new CallFailed("no bus"));
        Sent.AddRange(items);
        return Task.CompletedTask;
    }

    public void Write(RolloutFigures figures)
    {
        if (IsBroken) throw new IOException("no log");
        Written.Add(figures);
    }
}
