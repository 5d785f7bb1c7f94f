using Canary.Local.Clocks;
using Canary.Local.CloudWatch;
using Canary.Local.Deploy;
using Canary.Local.Lambda;
using Canary.Local.Lambda.Protocol;
using Canary.Local.StepFunctions;
using Canary.Local.Wire;

namespace Canary.Local;

/// <summary>The whole embedded AWS: Lambda, CloudWatch and Step Functions on one clock, behind one address.</summary>
public sealed class LocalAws : IAsyncDisposable
{
    private readonly AwsEndpoint _endpoint;

    private LocalAws(
        Clock clock, AwsAccount account, CloudWatchService cloudWatch, LambdaService lambda, StepFunctionsService stepFunctions, AwsEndpoint endpoint)
    {
        (Clock, Account, CloudWatch, Lambda, StepFunctions, _endpoint) = (clock, account, cloudWatch, lambda, stepFunctions, endpoint);
        lambda.Endpoint = endpoint.Url;
    }

    /// <summary>All time here. It is the caller's, who disposes it.</summary>
    public Clock Clock { get; }

    /// <summary>Whose resources these are.</summary>
    public AwsAccount Account { get; }

    /// <summary>The alarms and the metrics.</summary>
    public CloudWatchService CloudWatch { get; }

    /// <summary>The functions.</summary>
    public LambdaService Lambda { get; }

    /// <summary>The state machines.</summary>
    public StepFunctionsService StepFunctions { get; }

    /// <summary>Where clients find all of it: an <c>AWS_ENDPOINT_URL</c>.</summary>
    public Uri Url => _endpoint.Url;

    /// <summary>Starts an empty account.</summary>
    /// <param name="clock">Real, accelerated or virtual.</param>
    /// <param name="port">On loopback; 0 lets the system choose a free one.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<LocalAws> StartAsync(Clock clock, int port = 0, LocalAwsOptions? options = null)
    {
        var chosen = options ?? new LocalAwsOptions();
        var cloudWatch = new CloudWatchService(clock, chosen.Account, chosen.MetricDelay);
        var lambda = new LambdaService(clock, chosen.Account, cloudWatch.Metrics, chosen.Lambda);
        var stepFunctions = new StepFunctionsService(clock, chosen.Account, lambda, chosen.Jitter);
        try
        {
            IWireService[] wires = [new LambdaWire(lambda), new CloudWatchWire(cloudWatch), new StepFunctionsWire(stepFunctions)];
            var endpoint = await AwsEndpoint.StartAsync(wires, port);
            return new LocalAws(clock, chosen.Account, cloudWatch, lambda, stepFunctions, endpoint);
        }
        catch
        {
            cloudWatch.Dispose();
            await lambda.DisposeAsync();
            throw;
        }
    }

    /// <summary>Deploys the template of a source tree: creates its functions from what a build has left there, then its state machines.</summary>
    /// <returns>What was created, and what AWS would have created besides.</returns>
    /// <exception cref="TemplateException">The template has something that is not understood, or a function is not built. Nothing was created.</exception>
    /// <exception cref="AwsException">A service refuses it, as AWS would.</exception>
    public DeploymentPlan Deploy(SourceTree tree, string stackName = "canary", IReadOnlyDictionary<string, string>? parameters = null)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var stack = new StackContext(stackName, Account);
        if (parameters is not null) stack = stack with { Parameters = parameters };
        var plan = DeploymentPlan.Read(tree.Read(Path.GetFileName(tree.Template)), stack);
        var functions = plan.Functions.Select(function => function.BuiltAt(tree.BuildOutputOf(function.CodeUri, function.Handler))).ToList();
        var definitions = plan.StateMachines.Select(machine => machine.Substitute(tree.Read(machine.DefinitionUri))).ToList();
        foreach (var function in functions) Lambda.CreateFunction(function);
        foreach (var (machine, definition) in plan.StateMachines.Zip(definitions))
            StepFunctions.CreateStateMachine(machine.Name, definition, machine.Role);
        return plan;
    }

    /// <summary>Stops to listen, and ends every function's process.</summary>
    public async ValueTask DisposeAsync()
    {
        await _endpoint.DisposeAsync();
        await Lambda.DisposeAsync();
        CloudWatch.Dispose();
    }
}
