namespace Canary.Local.StepFunctions.Model;

/// <summary>An execution has entered a state.</summary>
/// <param name="ExecutionArn">Which execution.</param>
/// <param name="StateName">Which state.</param>
/// <param name="StateType">Task, Wait, …</param>
/// <param name="Time">When.</param>
/// <param name="Input">The state's input, as JSON.</param>
public sealed record StateEntered(string ExecutionArn, string StateName, string StateType, DateTimeOffset Time, string Input);
