using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Canary.Architecture.Tests.Rules;

/// <summary>A name that stands first, and what follows it after dots: <c>Rollouts.Weight.Zero</c>.</summary>
internal sealed record NameChain(IReadOnlyList<string> Parts, bool FromTheTop)
{
    /// <summary>The chain that begins with this name; null if the name is a member of what stands before it.</summary>
    public static NameChain? From(SimpleNameSyntax name)
    {
        SyntaxNode first = name;
        if (name.Parent is AliasQualifiedNameSyntax alias)
        {
            if (alias.Alias == name || !alias.Alias.Identifier.IsKind(SyntaxKind.GlobalKeyword)) return null;
            first = alias;
        }
        if (!StandsFirst(first)) return null;
        var parts = new List<string> { name.Identifier.Text };
        var node = first;
        while (After(node) is var (next, whole))
        {
            parts.Add(next);
            node = whole;
        }
        // A pattern that looks at a member of a member.
        return node.Parent is ExpressionColonSyntax ? null : new NameChain(parts, first != name);
    }

    private static bool StandsFirst(SyntaxNode name) => name.Parent switch
    {
        QualifiedNameSyntax qualified => qualified.Left == name,
        MemberAccessExpressionSyntax access => access.Expression == name,
        NameMemberCrefSyntax { Parent: QualifiedCrefSyntax cref } member => cref.Member != member,
        // What an initializer sets, a pattern looks at or an argument is named are members of something.
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment => assignment.Right == name,
        MemberBindingExpressionSyntax or NameColonSyntax or ExpressionColonSyntax or NameEqualsSyntax => false,
        _ => true,
    };

    private static (string Next, SyntaxNode Whole)? After(SyntaxNode node) => node.Parent switch
    {
        QualifiedNameSyntax name when name.Left == node => (name.Right.Identifier.Text, name),
        MemberAccessExpressionSyntax access when access.Expression == node => (access.Name.Identifier.Text, access),
        QualifiedCrefSyntax { Member: NameMemberCrefSyntax { Name: SimpleNameSyntax member } } cref when cref.Container == node =>
            (member.Identifier.Text, cref),
        _ => null,
    };
}
