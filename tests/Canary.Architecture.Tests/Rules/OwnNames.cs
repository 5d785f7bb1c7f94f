using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Canary.Architecture.Tests.Rules;

/// <summary>
/// What a file itself gives a name to. Where a type cannot be told from a member by syntax, such a name is the member's.
/// </summary>
internal sealed class OwnNames
{
    private readonly HashSet<string> members = [];
    private readonly HashSet<string> nested = [];

    public static OwnNames Of(SyntaxNode root)
    {
        var names = new OwnNames();
        foreach (var node in root.DescendantNodes()) names.Add(node);
        return names;
    }

    public bool Hides(SimpleNameSyntax name)
    {
        var text = name.Identifier.Text;
        if (nested.Contains(text)) return true;
        return members.Contains(text)
            && name.FirstAncestorOrSelf<CrefSyntax>() is null
            && !SyntaxFacts.IsInTypeOnlyContext(Whole(name));
    }

    private static ExpressionSyntax Whole(ExpressionSyntax name) =>
        name.Parent is QualifiedNameSyntax whole ? Whole(whole) : name;

    private void Add(SyntaxNode node)
    {
        switch (node)
        {
            case BaseTypeDeclarationSyntax { Parent: TypeDeclarationSyntax } type: nested.Add(type.Identifier.Text); break;
            case DelegateDeclarationSyntax { Parent: TypeDeclarationSyntax } type: nested.Add(type.Identifier.Text); break;
            case TypeParameterSyntax type: nested.Add(type.Identifier.Text); break;
            case PropertyDeclarationSyntax property: members.Add(property.Identifier.Text); break;
            case MethodDeclarationSyntax method: members.Add(method.Identifier.Text); break;
            case LocalFunctionStatementSyntax method: members.Add(method.Identifier.Text); break;
            case EnumMemberDeclarationSyntax value: members.Add(value.Identifier.Text); break;
            case VariableDeclaratorSyntax variable: members.Add(variable.Identifier.Text); break;
            case SingleVariableDesignationSyntax variable: members.Add(variable.Identifier.Text); break;
            case ForEachStatementSyntax variable: members.Add(variable.Identifier.Text); break;
            case ParameterSyntax parameter: members.Add(parameter.Identifier.Text); break;
            case TupleElementSyntax element: members.Add(element.Identifier.Text); break;
        }
    }
}
