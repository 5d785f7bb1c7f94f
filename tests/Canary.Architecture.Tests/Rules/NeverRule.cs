using Canary.Architecture.Tests.House;
using Canary.Architecture.Tests.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Canary.Architecture.Tests.Rules;

/// <summary>Namespaces that a room must not name: the domain names no AWS SDK, and what an operator sees no demo.</summary>
internal static class NeverRule
{
    public static IEnumerable<string> Faults(
        IEnumerable<SourceFile> files, IReadOnlyList<Arrow> arrows, IReadOnlyList<Wing> house)
    {
        var named = arrows.ToLookup(arrow => arrow.From, arrow => (arrow.Line, arrow.Named));
        return
            from file in files
            from wing in house
            let room = wing.RoomOf(file.Folder)
            where room is not null
            from space in wing.Never.Concat(room.Never).Distinct()
            from name in named[file].Concat(Written(file)).Distinct()
            where IsIn(name.Named, space)
            select $"{file.Path}({name.Line}) names {name.Named}: nothing in {wing.Folder}/{room.Folder} may name {space}. "
                + "Ask for it through an interface, or move the code to a room that may.";
    }

    // What is not declared in this tree is known by its full name, or by the directive that opens its namespace.
    private static IEnumerable<(int Line, string Named)> Written(SourceFile file) =>
        from node in file.Root.DescendantNodes(descendIntoTrivia: true)
        let text = Text(node)
        where text is not null
        select (SourceFile.LineOf(node), text.StartsWith("global::", StringComparison.Ordinal) ? text[8..] : text);

    private static string? Text(SyntaxNode node) => node switch
    {
        UsingDirectiveSyntax { NamespaceOrType: var name } => name.ToString(),
        NameSyntax { Parent: UsingDirectiveSyntax or BaseNamespaceDeclarationSyntax or QualifiedNameSyntax } => null,
        QualifiedNameSyntax name => name.ToString(),
        MemberAccessExpressionSyntax { Parent: not MemberAccessExpressionSyntax } access => access.ToString(),
        QualifiedCrefSyntax cref => cref.ToString(),
        _ => null,
    };

    private static bool IsIn(string name, string space) =>
        name == space || name.StartsWith(space + ".", StringComparison.Ordinal);
}
