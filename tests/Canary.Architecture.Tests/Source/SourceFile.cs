using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Canary.Architecture.Tests.Source;

/// <summary>
/// A C# file, as far as its syntax tells: the compiler inlines constants, so a compiled assembly would hide arrows.
/// </summary>
internal sealed class SourceFile
{
    private static readonly CSharpParseOptions WithCrefs = new(LanguageVersion.Preview, DocumentationMode.Parse);

    private readonly Lazy<CompilationUnitSyntax> root;

    public SourceFile(string path, string text)
    {
        Path = path;
        Lines = text.TrimEnd('\n').Split('\n');
        root = new(() => CSharpSyntaxTree.ParseText(text, WithCrefs).GetCompilationUnitRoot());
    }

    /// <summary>From the root of the tree, with slashes.</summary>
    public string Path { get; }

    public IReadOnlyList<string> Lines { get; }

    public string Folder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.LastIndexOf('/')] : "";

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public CompilationUnitSyntax Root => root.Value;

    /// <summary>Its namespace; empty for a file that declares none, such as a Program.</summary>
    public string Namespace =>
        Root.Members.OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString() ?? "";

    /// <summary>The types at the top of it: a nested type is only known through its outer one.</summary>
    public IEnumerable<string> Types =>
        from member in Root.Members.OfType<BaseNamespaceDeclarationSyntax>()
            .SelectMany(space => space.Members)
            .Concat(Root.Members)
        let name = member switch
        {
            BaseTypeDeclarationSyntax type => type.Identifier.Text,
            DelegateDeclarationSyntax type => type.Identifier.Text,
            _ => null,
        }
        where name is not null
        select name;

    /// <summary>The number of the line, from 1, on which something stands.</summary>
    public static int LineOf(SyntaxNode node) => node.SyntaxTree.GetLineSpan(node.Span).StartLinePosition.Line + 1;
}
