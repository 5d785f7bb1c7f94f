namespace Canary.Architecture.Tests;

internal static class Faults
{
    /// <summary>Fails with all of them, a line each.</summary>
    public static void None(IEnumerable<string> faults)
    {
        var found = faults.ToList();
        Assert.True(found.Count == 0, $"{found.Count} found:{Environment.NewLine}{string.Join(Environment.NewLine, found)}");
    }
}
