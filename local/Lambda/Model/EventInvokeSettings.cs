namespace Canary.Local.Lambda.Model;

/// <summary>An <see cref="EventInvokeConfig"/> as Lambda shows it.</summary>
/// <param name="FunctionArn">With the alias or the version, or <c>$LATEST</c>.</param>
/// <param name="LastModified">On the embedded AWS's clock.</param>
/// <param name="Config">What was set.</param>
public sealed record EventInvokeSettings(string FunctionArn, DateTimeOffset LastModified, EventInvokeConfig Config);
