using System.CommandLine;

namespace Canary.Cli.CommandLine;

/// <summary>An option that takes one of a few words. The first is what holds without it.</summary>
internal sealed class ChoiceOption : Option<string?>
{
    private readonly IReadOnlyList<string> _words;

    public ChoiceOption(string name, string about, params IReadOnlyList<string> words) : base(name)
    {
        (_words, HelpName, Description) = (words, string.Join('|', words), $"{about}. Default: {words[0]}");
        Arity = ArgumentArity.ZeroOrOne;
        CompletionSources.Add([.. words]);
        Validators.Add(given =>
        {
            if (given.Implicit || (given.Tokens is [{ Value: var word }] && words.Contains(word))) return;
            var list = string.Join(", ", words);
            given.AddError(given.Tokens is [{ Value: var wrong }]
                ? $"{name} is \"{wrong}\". Give one of: {list}."
                : $"{name} has no value. Give one of: {list}.");
        });
    }

    /// <summary>The word that holds.</summary>
    public string Of(ParseResult line) => line.GetValue(this) ?? _words[0];
}
