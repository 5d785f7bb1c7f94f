namespace Canary.Compat.Tests.Aws;

/// <summary>
/// Sets a variable of this process for a while. Classes that use it, or would notice, share one collection and so do not overlap.
/// </summary>
internal sealed class EnvironmentVariable : IDisposable
{
    public const string Collection = "environment variables";

    private readonly string _name;
    private readonly string? _before;

    public EnvironmentVariable(string name, string value)
    {
        (_name, _before) = (name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }

    public void Dispose() => Environment.SetEnvironmentVariable(_name, _before);
}
