using System.CommandLine;

namespace Canary.Cli.CommandLine;

/// <summary>An option of another command. It is known here only to be refused with the reason.</summary>
internal sealed class ForeignOption : Option<string[]>
{
    public ForeignOption(string name, string why) : base(name)
    {
        Hidden = true;
        Arity = ArgumentArity.ZeroOrMore;
        Validators.Add(given =>
        {
            if (!given.Implicit) given.AddError($"{name} belongs to {why}");
        });
    }
}
