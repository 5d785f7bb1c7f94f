using System.Collections.Frozen;
using Canary.Local.Clocks;
using Canary.Local.Lambda.Invocations;
using Canary.Local.StepFunctions.Model;
using Canary.Local.StepFunctions.Tasks;
using Canary.Local.Wire;

namespace Canary.Local.StepFunctions;

/// <summary>
/// AWS Step Functions, Standard workflows: what its API does, for callers inside this process. All of it throws
/// <see cref="AwsException"/> in AWS's words.
/// </summary>
public sealed partial class StepFunctionsService
{
    private readonly Clock _clock;
    private readonly TaskTokens _tokens;
    private readonly StateMachines _machines;
    private readonly StartedExecutions _executions;

    /// <summary>An account without state machines.</summary>
    /// <param name="clock">All time is on it.</param>
    /// <param name="account">Where the ARNs are.</param>
    /// <param name="functions">What Task states invoke. See <see cref="ITakesClockTime"/>.</param>
    /// <param name="random">For the jitter of retries, and between two versions of an alias; null for any.</param>
    /// <param name="events">Where Task states put events; null is an account without EventBridge.</param>
    public StepFunctionsService(
        Clock clock, AwsAccount account, IFunctionInvoker functions, Random? random = null, IEventBus? events = null)
    {
        (_clock, _tokens) = (clock, new TaskTokens(clock));
        var services = new Dictionary<string, ITaskService>
        {
            [ServiceIntegration.Invoke.Service] = new LambdaTask(functions, clock),
            [ServiceIntegration.PutEvents.Service] = new PutEventsTask(events),
        };
        random ??= Random.Shared;
        var tasks = new TaskRunner(new TaskAttempt(services.ToFrozenDictionary(), clock, account), _tokens, random);
        _machines = new StateMachines(clock, account, random);
        _executions = new StartedExecutions(
            clock,
            new Interpreter(tasks, entered => StateEntered?.Invoke(entered)),
            changed => ExecutionStatusChanged?.Invoke(changed));
    }

    /// <summary>An execution has started or ended. Raised on the thread that made it so: be quick, and do not throw.</summary>
    public event Action<ExecutionDescription>? ExecutionStatusChanged;

    /// <summary>An execution has entered a state. Raised while the clock is held: be quick, and do not throw.</summary>
    public event Action<StateEntered>? StateEntered;

    /// <summary>Creates a state machine and gives its ARN. The same again is no error.</summary>
    public string CreateStateMachine(string name, string definition, string roleArn) =>
        _machines.Create(name, definition, roleArn).Arn;

    /// <summary>Changes a state machine. Executions under way keep the old one.</summary>
    public StateMachineDescription UpdateStateMachine(string stateMachineArn, string? definition, string? roleArn) =>
        Describe(_machines.Update(stateMachineArn, definition, roleArn));

    /// <summary>Describes a state machine, or a version of it as it was published.</summary>
    public StateMachineDescription DescribeStateMachine(string stateMachineArn)
    {
        if (MachineName.Parse(stateMachineArn).Qualifier is null) return Describe(_machines.Get(stateMachineArn));
        var version = _machines.Version(stateMachineArn);
        return Describe(version.Machine) with
        {
            StateMachineArn = version.Arn,
            Description = version.Description,
            CreationDate = version.CreationDate,
        };
    }

    /// <summary>Describes the state machine that an execution was started with.</summary>
    public StateMachineDescription DescribeStateMachineForExecution(string executionArn) =>
        Describe(_executions.Get(executionArn).Machine);

    /// <summary>Lists state machines by name.</summary>
    public Page<StateMachineDescription> ListStateMachines(int maxResults = 0, string? nextToken = null) =>
        Paging.Cut([.. _machines.All.Select(Describe)], maxResults, nextToken, "stateMachines");

    /// <summary>Starts an execution. It runs in the background; see <see cref="WhenEndedAsync"/>.</summary>
    /// <param name="stateMachineArn">Of what: its own ARN, a version's or an alias's.</param>
    /// <param name="name">Unique for this state machine; null for a UUID.</param>
    /// <param name="input">JSON.</param>
    public ExecutionDescription StartExecution(string stateMachineArn, string? name = null, string input = "{}") =>
        _executions.Start(_machines.Run(stateMachineArn), name, input).Description;

    /// <summary>Describes an execution.</summary>
    public ExecutionDescription DescribeExecution(string executionArn) => _executions.Get(executionArn).Description;

    /// <summary>Lists the executions of a state machine, a version or an alias, the newest first.</summary>
    public Page<ExecutionDescription> ListExecutions(
        string stateMachineArn, ExecutionStatus? statusFilter = null, int maxResults = 0, string? nextToken = null)
    {
        var all = _executions.Of(_machines.Run(stateMachineArn).Machine.Arn).Select(execution => execution.Description);
        var wanted = all.Where(execution => (statusFilter is null || execution.Status == statusFilter)
            && (stateMachineArn == execution.StateMachineArn || stateMachineArn == execution.StateMachineVersionArn
                || stateMachineArn == execution.StateMachineAliasArn));
        return Paging.Cut(
            [.. wanted], maxResults, nextToken, $"{stateMachineArn} {statusFilter}", WorkflowLimits.ExecutionsTokenLength);
    }

    /// <summary>All events of an execution so far, in their order.</summary>
    public IReadOnlyList<HistoryEvent> GetExecutionHistory(string executionArn) => _executions.Get(executionArn).Events;

    /// <summary>One page of an execution's events.</summary>
    public Page<HistoryEvent> GetExecutionHistory(
        string executionArn, bool reverseOrder, int maxResults = 0, string? nextToken = null)
    {
        var events = GetExecutionHistory(executionArn);
        return Paging.Cut(reverseOrder ? [.. events.Reverse()] : events, maxResults, nextToken, $"{executionArn} {reverseOrder}");
    }

    /// <summary>Ends an execution at once, whatever it does; no Catch runs. One that has ended stays as it is.</summary>
    public ExecutionDescription StopExecution(string executionArn, string? error = null, string? cause = null)
    {
        CommonErrors.CheckLength(error ?? "", "error", 0, WorkflowLimits.ErrorLength);
        CommonErrors.CheckLength(cause ?? "", "cause", 0, WorkflowLimits.CauseLength);
        var execution = _executions.Get(executionArn);
        execution.Abort(error, cause);
        return execution.Description;
    }

    /// <summary>
    /// Has an execution that failed, was stopped or timed out go on where it ended, with the definition that it was started with.
    /// </summary>
    /// <param name="executionArn">Which execution.</param>
    /// <param name="clientToken">The same request again within 15 minutes changes nothing; null for none.</param>
    public ExecutionDescription RedriveExecution(string executionArn, string? clientToken = null)
    {
        if (clientToken is not null) NameRules.CheckClientToken(clientToken);
        return _executions.Redrive(executionArn, clientToken).Description;
    }

    /// <summary>Why an execution cannot be redriven now, in AWS's words; null if it can.</summary>
    public string? RedriveObstacle(string executionArn) =>
        _executions.Get(executionArn).Description.RedriveObstacle(_clock.GetUtcNow());

    /// <summary>Waits for the end of an execution.</summary>
    public Task<ExecutionDescription> WhenEndedAsync(string executionArn) => _executions.Get(executionArn).Completion;

    private static StateMachineDescription Describe(StateMachine machine) =>
        new(
            machine.Arn,
            machine.Name,
            machine.Text,
            machine.RoleArn,
            machine.CreationDate,
            machine.UpdateDate,
            machine.RevisionId);
}
