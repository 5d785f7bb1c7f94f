using System.Reflection;

namespace Canary.Cli.Setup;

/// <summary>Which AWS packages this program was built with.</summary>
internal static class BuiltWith
{
    private const string Key = "AwsPackages";

    /// <summary>A line to show when they are not the official ones, else null.</summary>
    public static string? Notice { get; } =
        NoticeOf(typeof(BuiltWith).Assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(data => data.Key == Key)?.Value);

    internal static string? NoticeOf(string? packages) => packages == "compat"
        ? "Built with the stand-ins of compat/: the package source lacks the official AWS packages, "
            + "or AwsPackages=compat was given."
        : null;
}
