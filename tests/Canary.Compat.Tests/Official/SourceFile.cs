using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Canary.Compat.Tests.Official;

/// <summary>A source file of this tree that is compiled against the official packages where they are to be had.</summary>
internal sealed class SourceFile
{
    private static readonly string[] Folders = ["functions", "local", "cli", "bench", "tests"];

    // Not built against the official packages: it is about compat/ itself.
    private const string NotOurs = "Canary.Compat.Tests";

    private SourceFile(string path)
    {
        Path = path;
        Root = CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetCompilationUnitRoot();
        var usings = Root.DescendantNodes().OfType<UsingDirectiveSyntax>().ToArray();
        Opened = usings.Where(one => one.Alias is null && one.StaticKeyword == default && one.Name is not null)
            .Select(one => one.Name!.ToString())
            .ToHashSet();
        Aliases = usings.Where(one => one.Alias is not null).Select(one => one.Alias!.Name.ToString()).ToHashSet();
        Declared =
        [
            .. Root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
                .Where(type => type.Parent is BaseNamespaceDeclarationSyntax)
                .Select(type => (((BaseNamespaceDeclarationSyntax)type.Parent!).Name.ToString(), type.Identifier.Text)),
        ];
    }

    public static string Tree { get; } = FindTree();

    public static IReadOnlyList<SourceFile> Ours { get; } =
    [
        .. Folders.SelectMany(
            folder => Directory.EnumerateFiles(System.IO.Path.Combine(Tree, folder), "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Split(System.IO.Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or NotOurs))
            .Select(path => new SourceFile(path)),
    ];

    public string Path { get; }

    public CompilationUnitSyntax Root { get; }

    /// <summary>The namespaces that it opens.</summary>
    public IReadOnlySet<string> Opened { get; }

    /// <summary>The names that an alias gives a meaning of their own.</summary>
    public IReadOnlySet<string> Aliases { get; }

    /// <summary>The types that it declares, with their namespace.</summary>
    public IReadOnlyList<(string Namespace, string Name)> Declared { get; }

    /// <summary>The names that stand alone in it, so that the compiler looks for them in what is opened.</summary>
    public IEnumerable<string> Named =>
        Root.DescendantNodes().OfType<SimpleNameSyntax>().Where(StandsAlone).Select(name => name.Identifier.Text);

    private static bool StandsAlone(SimpleNameSyntax name) => name.Parent switch
    {
        QualifiedNameSyntax qualified => qualified.Left == name,
        MemberAccessExpressionSyntax access => access.Expression == name,
        // What an initializer sets and what an argument is named are members of something.
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment => assignment.Right == name,
        MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax => false,
        _ => true,
    };

    private static string FindTree()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Canary.sln"))) return folder.FullName;
        }
        throw new InvalidOperationException(
            $"There is no Canary.sln above {AppContext.BaseDirectory}: run the tests where they were built.");
    }
}
