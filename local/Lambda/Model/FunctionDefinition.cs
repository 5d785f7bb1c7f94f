namespace Canary.Local.Lambda.Model;

/// <summary>What a function is made of: what CreateFunction asks for, and what a published version keeps for ever.</summary>
/// <param name="Name">Up to 64 letters, digits, hyphens and underscores.</param>
/// <param name="Runtime"><c>dotnet10</c>, <c>dotnet8</c> or <c>provided.al2023</c>; the others are refused.</param>
/// <param name="Handler">For .NET the name of an executable assembly; for a provided runtime anything, as on AWS.</param>
/// <param name="CodeDirectory">
/// The built code. It is not copied, so it must not change while a version made from it is in use.
/// </param>
public sealed record FunctionDefinition(string Name, string Runtime, string Handler, string CodeDirectory)
{
    /// <summary>
    /// The execution role's ARN. Nothing is checked against it, but the versions of one weighted alias must share it.
    /// </summary>
    public required string Role { get; init; }

    /// <summary>Up to 256 characters.</summary>
    public string Description { get; init; } = "";

    /// <summary>After how many real seconds an invocation is cut off: 1 to 900.</summary>
    public int TimeoutSeconds { get; init; } = 3;

    /// <summary>128 to 10240. The function reads it from its environment; nothing enforces it.</summary>
    public int MemoryMb { get; init; } = 128;

    /// <summary>The function's own variables: 4 KB in all, none of Lambda's reserved names.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The ARN of the queue or topic for asynchronous events that failed to the end. One that is not there counts as a
    /// DeadLetterError.
    /// </summary>
    public string? DeadLetterTarget { get; init; }

    /// <summary>
    /// Whether published versions start from a snapshot (SnapStart, ApplyOn PublishedVersions): <c>dotnet8</c> and later only.
    /// </summary>
    public bool SnapStart { get; init; }

    /// <summary>Its network, or null.</summary>
    public VpcConfig? Vpc { get; init; }

    /// <summary>Whether Lambda shows it as a container image. It runs from <see cref="CodeDirectory"/> all the same.</summary>
    public bool IsImage { get; init; }

    /// <summary>Whether Lambda shows it as a durable function. It is invoked as any other: nothing is replayed.</summary>
    public bool IsDurable { get; init; }

    /// <summary><c>x86_64</c> or <c>arm64</c>. Processes run on this machine's processor either way.</summary>
    public string Architecture { get; init; } = "x86_64";
}
