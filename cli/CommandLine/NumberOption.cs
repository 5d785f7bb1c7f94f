using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Canary.Cli.CommandLine;

/// <summary>An option that takes a number within bounds.</summary>
internal sealed class NumberOption : Option<double?>
{
    private readonly double _least;
    private readonly double _most;
    private readonly bool _isWhole;

    public NumberOption(string name, double least, double most, string about, bool isWhole = false) : base(name)
    {
        (_least, _most, _isWhole) = (least, most, isWhole);
        (HelpName, Description) = ("N", about);
        // None is taken too, so that it can be answered in our words.
        Arity = ArgumentArity.ZeroOrOne;
        CustomParser = Read;
        Validators.Add(Check);
    }

    private string Expected =>
        string.Create(
            CultureInfo.InvariantCulture, $"Give {(_isWhole ? "a whole number" : "a number")} from {_least} to {_most}");

    private void Check(OptionResult given)
    {
        if (!given.Implicit && given.Tokens.Count == 0)
            given.AddError(
                string.Create(CultureInfo.InvariantCulture, $"{Name} has no value. {Expected}, such as {Name} {_least}."));
    }

    private double? Read(ArgumentResult given)
    {
        if (given.Tokens is not [{ Value: var text }]) return null;
        var style = _isWhole ? NumberStyles.None : NumberStyles.AllowDecimalPoint;
        var isNumber = double.TryParse(text, style, CultureInfo.InvariantCulture, out var number);
        if (isNumber && number >= _least && number <= _most) return number;
        given.AddError($"{Name} is \"{text}\". {Expected}.");
        return null;
    }
}
