using System.CommandLine;

namespace Canary.Cli.CommandLine;

/// <summary>An option that takes a word.</summary>
internal sealed class TextOption : Option<string?>
{
    /// <param name="name">Such as <c>--stack</c>.</param>
    /// <param name="value">What its value is called.</param>
    /// <param name="about">What it is for.</param>
    /// <param name="example">A value that works.</param>
    /// <param name="problem">What is wrong with a value, after its name and itself; null for nothing.</param>
    public TextOption(string name, string value, string about, string example, Func<string, string?>? problem = null) : base(name)
    {
        (HelpName, Description) = (value, about);
        // None is taken too, so that it can be answered in our words.
        Arity = ArgumentArity.ZeroOrOne;
        Validators.Add(given =>
        {
            if (given.Implicit) return;
            if (given.Tokens is not [{ Value: { Length: > 0 } text }])
                given.AddError($"{name} has no value. Give one, such as {name} {example}.");
            else if (problem?.Invoke(text) is { } wrong) given.AddError($"{name} is \"{text}\". {wrong}");
        });
    }
}
