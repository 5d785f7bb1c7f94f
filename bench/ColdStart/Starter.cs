namespace Canary.Bench.ColdStart;

/// <summary>One way to run the Lambda <c>PublishVersion</c>.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="File">The program.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Package">The folder that would be deployed; null for Python, whose SDK Lambda brings.</param>
internal sealed record Starter(string Name, string File, IReadOnlyList<string> Arguments, string? Package)
{
    /// <summary>What the others are compared with.</summary>
    public const string PythonName = "Python with boto3";

    /// <summary>What is to be the fastest.</summary>
    public const string NativeName = "native";

    /// <summary>The same call in Python.</summary>
    public static Starter Python { get; } = new(
        PythonName, "python3", [Path.Combine(AppContext.BaseDirectory, "ColdStart", "publish_version.py")], null);

    /// <summary>A package of the Lambdas, started as the start script of Lambda's .NET runtime does it.</summary>
    public static Starter Of(string name, string package)
    {
        var file = Path.Combine(package, "Canary.Functions");
        return System.IO.File.Exists($"{file}.dll")
            ? new(name, "dotnet", [$"{file}.dll"], package)
            : new(name, file, [], package);
    }
}
