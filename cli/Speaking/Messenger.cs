using Canary.Cli.Aws;

namespace Canary.Cli.Speaking;

/// <summary>Brings words to the function of the stack that takes them.</summary>
internal sealed class Messenger(StackFunctions functions, Stack stack)
{
    /// <summary>Says a word. That it was not accepted is an answer, and no fault.</summary>
    /// <exception cref="CommandLine.CommandFault">The function is missing or failed.</exception>
    public async Task<StackAnswer> SayAsync(SpokenWord spoken, CancellationToken cancellationToken)
    {
        var function = spoken.IsAnswer ? stack.ApproveFunction : stack.ControlFunction;
        return StackAnswer.Read(await functions.InvokeAsync(function, spoken.Payload(), cancellationToken));
    }
}
