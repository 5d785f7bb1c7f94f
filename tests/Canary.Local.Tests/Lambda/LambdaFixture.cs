using System.Text;
using Canary.Local.Clocks;
using Canary.Local.Faults;
using Canary.Local.Lambda;
using Canary.Local.Lambda.Model;
using Canary.Local.Wire;

namespace Canary.Local.Tests.Lambda;

/// <summary>An embedded Lambda in virtual time, with a function <c>shop</c> that has one file of code.</summary>
internal sealed class LambdaFixture : IAsyncDisposable
{
    public const string Role = "arn:aws:iam::123456789012:role/shop";
    public const string Arn = "arn:aws:lambda:us-east-1:123456789012:function:shop";
    private readonly DirectoryInfo _code = Directory.CreateTempSubdirectory("canary-code-");
    private int _change;

    public LambdaFixture(FunctionLifecycle? lifecycle = null, LambdaOptions? options = null, string runtime = "provided.al2023")
    {
        File.WriteAllText(Path.Combine(_code.FullName, "bootstrap"), "one");
        Faults = new FaultRegistry(Clock);
        Lambda = new LambdaService(
            Clock,
            new AwsAccount(),
            Metrics,
            (options ?? new LambdaOptions { Environments = Environments }) with { Faults = Faults });
        Lambda.CreateFunction(Definition("shop") with { Runtime = runtime }, lifecycle: lifecycle);
    }

    public VirtualClock Clock { get; } = new(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero));

    public RecordingSink Metrics { get; } = new();

    public FaultRegistry Faults { get; }

    public ScriptedEnvironments Environments { get; } = new();

    public LambdaService Lambda { get; }

    public string CodeDirectory => _code.FullName;

    public FunctionDefinition Definition(string name) => new(name, "provided.al2023", "any", _code.FullName) { Role = Role };

    /// <summary>Changes $LATEST's environment and publishes it: the next number.</summary>
    public string Publish()
    {
        _change++;
        var environment = new Dictionary<string, string> { ["CHANGE"] = $"{_change}" };
        Lambda.UpdateFunctionConfiguration("shop", definition => definition with { Environment = environment });
        return Lambda.PublishVersion("shop").Version;
    }

    public async Task<string> InvokeAsync(string? qualifier = null)
    {
        var result = await Lambda.InvokeAsync("shop", qualifier, "{}"u8.ToArray());
        return Encoding.UTF8.GetString(result.Payload.Span);
    }

    public async ValueTask DisposeAsync()
    {
        await Lambda.DisposeAsync();
        _code.Delete(recursive: true);
    }
}
