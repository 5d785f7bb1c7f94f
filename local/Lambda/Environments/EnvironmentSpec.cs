using Canary.Local.Lambda.Model;

namespace Canary.Local.Lambda.Environments;

/// <summary>What an execution environment must know of the version that it runs.</summary>
/// <param name="Definition">The version's code directory, runtime, limits and own variables.</param>
/// <param name="Version">Its number, or <c>$LATEST</c>.</param>
/// <param name="Region">The Region that the function believes to be in.</param>
/// <param name="Endpoint">Where the function finds AWS, or null if there is no endpoint.</param>
public sealed record EnvironmentSpec(FunctionDefinition Definition, string Version, string Region, Uri? Endpoint);
