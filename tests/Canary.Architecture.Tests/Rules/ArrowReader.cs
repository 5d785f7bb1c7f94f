using Canary.Architecture.Tests.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Canary.Architecture.Tests.Rules;

/// <summary>
/// Finds what a file names, in the order in which the compiler looks a name up: the namespaces around it from the inside out,
/// then what its using directives open. No directive is needed for a type of an outer namespace, so the directives are not
/// enough.
/// </summary>
internal sealed class ArrowReader(Declarations declarations)
{
    public IEnumerable<Arrow> Read(SourceFile file)
    {
        var usings = file.Root.Usings.Where(one => one.Alias is null && one.StaticKeyword == default).ToList();
        var opened = usings.Select(one => one.Name!.ToString()).ToList();
        var own = OwnNames.Of(file.Root);

        foreach (var one in usings)
        {
            foreach (var folder in declarations.FoldersOf(one.Name!.ToString()).Where(folder => folder != file.Folder))
            {
                yield return new Arrow(file, SourceFile.LineOf(one), one.Name.ToString(), folder);
            }
        }
        foreach (var name in file.Root.DescendantNodes(descendIntoTrivia: true).OfType<SimpleNameSyntax>())
        {
            if (name.FirstAncestorOrSelf<UsingDirectiveSyntax>() is { } directive && usings.Contains(directive)) continue;
            if (NameChain.From(name) is not { } chain || own.Hides(name)) continue;
            var levels = chain.FromTheTop ? [""] : Levels(file.Namespace);
            var found = levels.Select(level => FindIn(level, chain.Parts)).FirstOrDefault(hit => hit is not null)
                ?? (chain.FromTheTop
                    ? null
                    : opened.Select(space => FindType(space, chain.Parts[0])).FirstOrDefault(hit => hit is not null));
            if (found is var (full, to) && to != file.Folder) yield return new Arrow(file, SourceFile.LineOf(name), full, to);
        }
    }

    private static IEnumerable<string> Levels(string space)
    {
        for (; space.Length > 0; space = Declarations.Outer(space)) yield return space;
        yield return "";
    }

    private (string Name, string Folder)? FindIn(string level, IReadOnlyList<string> parts)
    {
        if (FindType(level, parts[0]) is { } type) return type;
        var space = level;
        foreach (var part in parts)
        {
            if (space != level && FindType(space, part) is { } qualified) return qualified;
            space = Declarations.Join(space, part);
            if (!declarations.IsNamespace(space)) return null;
        }
        return null;
    }

    private (string Name, string Folder)? FindType(string space, string name)
    {
        foreach (var written in new[] { name, name + "Attribute" })
        {
            if (declarations.FolderOf(space, written) is { } folder) return (Declarations.Join(space, written), folder);
        }
        return null;
    }
}
