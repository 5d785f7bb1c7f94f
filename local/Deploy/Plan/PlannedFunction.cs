using Canary.Local.Lambda.Model;

namespace Canary.Local.Deploy.Plan;

/// <summary>A function that a deployment creates.</summary>
/// <param name="LogicalId">Its name in the template.</param>
/// <param name="Name">Its name in Lambda.</param>
/// <param name="Arn">Its unqualified ARN.</param>
/// <param name="Runtime">Such as <c>dotnet10</c>.</param>
/// <param name="Handler">For .NET the name of an executable assembly.</param>
/// <param name="CodeUri">The project's folder, relative to the template.</param>
public sealed record PlannedFunction(string LogicalId, string Name, string Arn, string Runtime, string Handler, string CodeUri)
{
    /// <summary>The execution role that SAM would make for it.</summary>
    public required string Role { get; init; }

    /// <summary>What it does, in plain words.</summary>
    public string Description { get; init; } = "";

    /// <summary>In seconds; Lambda's own default is 3.</summary>
    public int TimeoutSeconds { get; init; } = 3;

    /// <summary>Lambda's own default is 128.</summary>
    public int MemoryMb { get; init; } = 128;

    /// <summary><c>x86_64</c> or <c>arm64</c>.</summary>
    public string Architecture { get; init; } = "x86_64";

    /// <summary>The function's own variables.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The queue or topic of events that failed to the end; null for none.</summary>
    public string? DeadLetterTarget { get; init; }

    /// <summary>How asynchronous events are treated; null for Lambda's defaults.</summary>
    public EventInvokeConfig? EventInvoke { get; init; }

    /// <summary>How each deployment publishes it; null for not at all.</summary>
    public PublishedAs? PublishedAs { get; init; }

    /// <summary>What CreateFunction asks for, with the code in a folder of this machine.</summary>
    public FunctionDefinition BuiltAt(string codeDirectory) => new(Name, Runtime, Handler, codeDirectory)
    {
        Role = Role,
        Description = Description,
        TimeoutSeconds = TimeoutSeconds,
        MemoryMb = MemoryMb,
        Environment = Environment,
        Architecture = Architecture,
        DeadLetterTarget = DeadLetterTarget,
    };
}
