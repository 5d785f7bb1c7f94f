namespace Canary.InProcess;

/// <summary>A folder among the temporary ones that goes when this process ends.</summary>
internal static class PassingFolder
{
    /// <summary>An empty one, with a name that begins so.</summary>
    public static DirectoryInfo Create(string prefix)
    {
        var folder = Directory.CreateTempSubdirectory(prefix);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        return folder;
    }
}
