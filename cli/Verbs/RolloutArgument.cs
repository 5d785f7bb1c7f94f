using System.CommandLine;
using Canary.Cli.CommandLine;
using Canary.Cli.Finding;

namespace Canary.Cli.Verbs;

/// <summary>Which rollout is meant.</summary>
internal sealed class RolloutArgument : Argument<string>
{
    public RolloutArgument() : base("rollout")
    {
        Description = "function:alias (the running or the last rollout), or the name or ARN of an execution";
        Validators.Add(given =>
        {
            if (given.Tokens is not [{ Value: var text }]) return;
            try
            {
                RolloutName.Parse(text);
            }
            catch (CommandFault fault)
            {
                given.AddError(fault.Message);
            }
        });
    }
}
