using Canary.Cli.Files;

namespace Canary.Cli.Tests.Files;

/// <summary>Rollout files that are not on a disk.</summary>
internal static class RolloutText
{
    /// <summary>A file with that text, at a path that ends so.</summary>
    public static async Task<RolloutFile> OpenAsync(string text, string ending = ".rollout.yaml")
    {
        using var folder = new ScratchFolder();
        return await RolloutFile.OpenAsync(folder.Write("orders" + ending, text), TestContext.Current.CancellationToken);
    }

    /// <summary>What keeps such a text from being read.</summary>
    public static async Task<UnreadableFile> FaultOfAsync(string text, string ending = ".rollout.yaml") =>
        await Assert.ThrowsAsync<UnreadableFile>(() => OpenAsync(text, ending));
}
