using Amazon.Lambda;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Canary.Calls;

if (args is not [var endpoint, var calls])
{
    Console.Error.WriteLine("Say where the calls go, and which: Canary.Calls http://127.0.0.1:5000 functions");
    return 2;
}

var anybody = new BasicAWSCredentials("local", "local");
using var lambda = new AmazonLambdaClient(anybody, Config(new AmazonLambdaConfig()));
using var stepFunctions = new AmazonStepFunctionsClient(anybody, Config(new AmazonStepFunctionsConfig()));
var transcript = new Transcript(Console.Out);
await (calls switch
{
    "functions" => LambdaCalls.MakeAsync(lambda, transcript),
    "machines" => ExecutionCalls.RefuseAsync(stepFunctions, transcript),
    "succeeds" => ExecutionCalls.RunAsync(stepFunctions, transcript, calls, """{"n":1,"of":"x"}"""),
    "waits" => ExecutionCalls.RunAsync(stepFunctions, transcript, calls, """{"n":1,"of":"x","wait":1}"""),
    "fails" => ExecutionCalls.RunAsync(stepFunctions, transcript, calls, """{"n":9,"of":"TooMany"}"""),
    "stops" => ExecutionCalls.StopAsync(stepFunctions, transcript),
    _ => throw new ArgumentException($"There are no calls \"{calls}\"."),
});
return 0;

// A refusal is a fact, not something to try again.
T Config<T>(T config) where T : ClientConfig
{
    (config.ServiceURL, config.AuthenticationRegion, config.MaxErrorRetry) = (endpoint, "us-east-1", 0);
    return config;
}
