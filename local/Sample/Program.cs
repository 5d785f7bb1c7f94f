using Amazon.Lambda.RuntimeSupport;
using Canary.Sample;

Greeter? greeter = null;
using var bootstrap = LambdaBootstrapBuilder
    .Create(invocation => greeter!.GreetAsync(invocation))
    .UseBootstrapHandler(() =>
    {
        // Inside the initialization, so that Lambda reports a bad setting as the function's error.
        greeter = new Greeter(
            SampleSettings.Read(Environment.GetEnvironmentVariable), Console.Out, TimeProvider.System);
        return Task.FromResult(true);
    })
    .Build();
await bootstrap.RunAsync();
