using System.CommandLine;
using Canary.Cli.CommandLine;

namespace Canary.Cli.Commands;

/// <summary>A verb that this packing of the program lacks. It is known here only to say where it is.</summary>
internal sealed class ElsewhereCommand : Command
{
    public ElsewhereCommand(string name) : base(name)
    {
        (Hidden, TreatUnmatchedTokensAsErrors) = (true, false);
        SetAction(Refuse);
    }

    private int Refuse(ParseResult line) => throw CommandFault.Misused(
        $"canary {Name} runs Canary's Lambdas, and this is one file without them. Use the .NET tool, "
        + $"or a clone: dotnet run --project cli -- {Name}");
}
