namespace Canary.Local.Tests.Lambda;

/// <summary>Where the build puts the sample function: beside this project, in the same configuration.</summary>
internal static class SampleCode
{
    public static string Directory { get; } = Find();

    private static string Find()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var configuration = output.Parent!.Name;
        for (var folder = output; folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Canary.sln"))) continue;
            return Path.Combine(folder.FullName, "local", "Sample", "bin", configuration, output.Name);
        }
        throw new DirectoryNotFoundException($"No Canary.sln above '{output.FullName}'.");
    }
}
