using System.CommandLine;
using System.CommandLine.Parsing;
using Canary.Local;
using Canary.Local.Faults;

namespace Canary.Cli.Setup;

/// <summary><c>--fault</c>, once for each fault.</summary>
internal sealed class FaultOption : Option<IReadOnlyList<Fault>>
{
    public FaultOption() : base("--fault")
    {
        (HelpName, Description) = ("F", "What goes wrong; repeatable. See: canary help faults");
        Arity = ArgumentArity.ZeroOrMore;
        CustomParser = Read;
        Validators.Add(Check);
    }

    private static void Check(OptionResult given)
    {
        if (given.Tokens.Count < given.IdentifierTokenCount)
            given.AddError("--fault has no value. Say what goes wrong, such as --fault \"lambda:UpdateAlias throttle x3\".");
    }

    private static IReadOnlyList<Fault> Read(ArgumentResult given)
    {
        var problems = new List<string>();
        // Seeded, so that the same command line goes wrong in the same way.
        var texts = given.Tokens.Select(token => token.Value);
        var faults = FaultText.Parse(texts, EmulatedCalls.All, new Random(given.Tokens.Count), problems);
        if (problems.Count > 0)
            given.AddError($"--fault:\n  {string.Join("\n  ", problems)}\ncanary help faults tells how faults are written.");
        return faults;
    }
}
