using System.Globalization;

namespace Canary.Cli.Files;

/// <summary>What is wrong in a file, and where.</summary>
internal sealed record FileFault(FilePlace Place, string Text)
{
    /// <summary>As compilers tell it: <c>file:line:column: what</c>.</summary>
    public string In(string path) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}:{Place.Line}:{Place.Column}: {Text}");
}
