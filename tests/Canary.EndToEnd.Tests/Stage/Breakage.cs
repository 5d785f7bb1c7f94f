using Canary.Local.Lambda;

namespace Canary.EndToEnd.Tests.Stage;

/// <summary>Makes one of Canary's own Lambdas crash until it is disposed: its process gets a heap too small to live in.</summary>
internal sealed class Breakage : IDisposable
{
    private const string HeapLimit = "DOTNET_GCHeapHardLimit";

    private readonly LambdaService _lambda;
    private readonly string _function;

    public Breakage(LambdaService lambda, string function)
    {
        (_lambda, _function) = (lambda, function);
        Change(environment => environment[HeapLimit] = "1");
    }

    public void Dispose() => Change(environment => environment.Remove(HeapLimit));

    private void Change(Action<Dictionary<string, string>> change) => _lambda.UpdateFunctionConfiguration(_function, definition =>
    {
        var environment = new Dictionary<string, string>(definition.Environment);
        change(environment);
        return definition with { Environment = environment };
    });
}
