using System.Diagnostics;
using System.IO.Compression;
using System.Reflection;
using System.Runtime.InteropServices;
using Canary.Bench.Charts;

namespace Canary.Bench.ColdStart;

/// <summary>The Lambdas, published in three ways.</summary>
internal static class Packages
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Results.Folder, "../.."));

    private static readonly (string Name, string Folder, string Options)[] Ways =
    [
        ("JIT", "jit", "-p:PublishReadyToRun=false"),
        ("ReadyToRun", "readytorun", "-p:PublishReadyToRun=true"),
        (Starter.NativeName, "native", "-p:PublishAot=true"),
    ];

    /// <summary>All of them, made anew.</summary>
    /// <exception cref="ColdStartFault">One cannot be made.</exception>
    public static IReadOnlyList<Starter> Publish() => [.. Ways.Select(way => Publish(way.Name, way.Folder, way.Options))];

    /// <summary>How large a package is when it is zipped, in bytes.</summary>
    public static long Zipped(string package)
    {
        using var zip = new MemoryStream();
        ZipFile.CreateFromDirectory(package, zip, CompressionLevel.Optimal, includeBaseDirectory: false);
        return zip.Length;
    }

    private static Starter Publish(string name, string folder, string options)
    {
        var runtime = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "linux-arm64" : "linux-x64";
        var aws = typeof(Packages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "AwsPackages").Value;
        Console.WriteLine($"Publishing the Lambdas: {name}");
        if (Directory.Exists(Output(folder))) Directory.Delete(Output(folder), recursive: true);
        using var publish = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "publish", Path.Combine(Root, "functions/Canary.Functions"), "-c", "Release", "-r", runtime,
                "--self-contained", "false", options, $"-p:AwsPackages={aws}", "-o", Output(folder), "-v:quiet", "-nologo",
            },
            RedirectStandardOutput = true,
        })!;
        var said = publish.StandardOutput.ReadToEnd();
        publish.WaitForExit();
        return publish.ExitCode == 0
            ? Starter.Of(name, Output(folder))
            : throw new ColdStartFault($"The Lambdas could not be published, {name}:\n{said}");
    }

    private static string Output(string folder) => Path.Combine(Root, "artifacts/lambdas", folder);
}
