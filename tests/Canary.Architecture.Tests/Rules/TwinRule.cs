using Canary.Architecture.Tests.Source;

namespace Canary.Architecture.Tests.Rules;

/// <summary>One name, one type: whoever searches for it finds one file, and no two open namespaces clash.</summary>
internal static class TwinRule
{
    public static IEnumerable<string> Faults(IEnumerable<SourceFile> files) =>
        from declared in files.SelectMany(file => file.Types.Distinct(), (file, type) => (file.Path, Type: type))
        // Partial types of one folder are one type.
        group declared.Path by declared.Type into twins
        where twins.Select(path => path[..path.LastIndexOf('/')]).Distinct().Count() > 1
        orderby twins.Key
        select $"{twins.Key} is declared twice: {string.Join(
            ", ", twins)}. Give one of them a name that says what makes it different.";
}
