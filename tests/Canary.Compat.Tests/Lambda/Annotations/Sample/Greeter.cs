using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;

namespace Canary.Compat.Tests.Lambda.Annotations.Sample;

/// <summary>Functions of every shape, for the real generator of this project to write the entry points of.</summary>
public sealed class Greeter(string salutation)
{
    private Guests? _last;

    public Guests Last => _last!;

    [LambdaFunction(
        ResourceName = "Greet",
        Timeout = 5,
        MemorySize = 256,
        Role = "role",
        Policies = "AWSLambdaBasicExecutionRole",
        PackageType = LambdaPackageType.Image)]
    public async Task<string> GreetAsync(Greeting greeting, ILambdaContext context, [FromServices] Guests guests)
    {
        await Task.Yield();
        _last = guests;
        return $"{salutation} {greeting?.Name ?? "nobody"}, guest {guests.Add()} of {context.FunctionName}";
    }

    [LambdaFunction]
    public Task Fail(Greeting greeting) => throw new InvalidOperationException($"{salutation} {greeting.Name}");

    [LambdaFunction]
    public void Log(Greeting @event, ILambdaContext context) => context.Logger.LogLine($"{salutation} {@event.Name}");

    [LambdaFunction]
    public int Count([FromServices] Guests guests) => guests.Add() + salutation.Length;

    [LambdaFunction]
    public Stream Echo(Stream input, ILambdaContext context) => salutation.Length > 0 ? input : Stream.Null;

    [LambdaFunction]
    public string Version(ILambdaContext context) => salutation + context.FunctionVersion;
}
