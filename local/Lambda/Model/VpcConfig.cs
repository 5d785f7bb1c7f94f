namespace Canary.Local.Lambda.Model;

/// <summary>
/// The network that a function is attached to. Nothing here is; its states are what <see cref="FunctionLifecycle"/> says.
/// </summary>
/// <param name="SubnetIds">One or more, at most 16.</param>
/// <param name="SecurityGroupIds">One or more, at most 5.</param>
public sealed record VpcConfig(IReadOnlyList<string> SubnetIds, IReadOnlyList<string> SecurityGroupIds);
