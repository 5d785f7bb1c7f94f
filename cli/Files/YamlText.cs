using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Canary.Cli.Files;

/// <summary>
/// Reads YAML as far as a rollout needs it. A plain word is a number only where JSON would read it as one, and true, false or
/// null only by these words: <c>on</c>, <c>yes</c> and <c>010</c> are texts, which the rollout's own reader then refuses by name.
/// </summary>
internal static partial class YamlText
{
    /// <exception cref="UnreadableFile">It is no YAML, or uses what a rollout does not need.</exception>
    public static void Read(string text, FileBuilder file)
    {
        var yaml = new Parser(new StringReader(text));
        try
        {
            yaml.Consume<StreamStart>();
            if (!yaml.TryConsume<DocumentStart>(out _)) throw new UnreadableFile("The file is empty.", FilePlace.Start);
            ReadValue(yaml, file);
            yaml.Consume<DocumentEnd>();
            if (yaml.Accept<DocumentStart>(out var second))
                throw new UnreadableFile("A second document begins here. Give each rollout a file of its own.", At(second.Start));
        }
        catch (YamlException wrong)
        {
            throw new UnreadableFile($"This is no YAML: {wrong.Message.TrimEnd('.')}.", At(wrong.Start));
        }
        catch (InvalidOperationException)
        {
            // Some text that is no YAML brings the library's own scanner down, such as a list that is never closed.
            throw new UnreadableFile("This is no YAML from here on.", At(yaml.Current?.End ?? Mark.Empty));
        }
    }

    private static void ReadValue(Parser yaml, FileBuilder file)
    {
        var next = yaml.Consume<ParsingEvent>();
        if (next is AnchorAlias || next is NodeEvent { Anchor.IsEmpty: false })
            throw new UnreadableFile("Anchors and aliases are not read here. Write the value itself.", At(next.Start));
        if (next is NodeEvent { Tag.IsEmpty: false } tagged)
            throw new UnreadableFile($"The tag {tagged.Tag.Value} is not read here. Write the value itself.", At(next.Start));
        switch (next)
        {
            case Scalar { Style: ScalarStyle.Plain } plain:
                ReadPlain(plain, file);
                break;
            case Scalar scalar:
                file.Text(scalar.Value, At(scalar.Start));
                break;
            case SequenceStart:
                file.Begin(isList: true, At(next.Start));
                while (!yaml.TryConsume<SequenceEnd>(out _)) ReadValue(yaml, file);
                file.End();
                break;
            case MappingStart:
                file.Begin(isList: false, At(next.Start));
                while (!yaml.TryConsume<MappingEnd>(out _)) ReadField(yaml, file);
                file.End();
                break;
        }
    }

    private static void ReadField(Parser yaml, FileBuilder file)
    {
        if (!yaml.TryConsume<Scalar>(out var name))
            throw new UnreadableFile("A field's name must be a plain word.", At(yaml.Current!.Start));
        file.Name(name.Value, At(name.Start));
        ReadValue(yaml, file);
    }

    private static void ReadPlain(Scalar plain, FileBuilder file)
    {
        var at = At(plain.Start);
        switch (plain.Value)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                file.Raw("null", at);
                break;
            case "true" or "True" or "TRUE":
                file.Raw("true", at);
                break;
            case "false" or "False" or "FALSE":
                file.Raw("false", at);
                break;
            case var number when Number().IsMatch(number):
                file.Raw(number, at);
                break;
            default:
                file.Text(plain.Value, at);
                break;
        }
    }

    private static FilePlace At(Mark mark) => new((int)mark.Line, (int)mark.Column);

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
