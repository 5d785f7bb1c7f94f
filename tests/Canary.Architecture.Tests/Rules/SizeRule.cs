using Canary.Architecture.Tests.Source;

namespace Canary.Architecture.Tests.Rules;

/// <summary>What is too large to be looked through: folders, files and lines.</summary>
internal static class SizeRule
{
    private const int FilesInFolder = 25;
    private const int LinesInFile = 150;
    private const int LinesInTests = 250;
    private const int Columns = 130;

    public static IEnumerable<string> FullFolders(IEnumerable<SourceFile> files, IReadOnlyList<SizeException> exceptions) =>
        from file in files
        group file by file.Folder into folder
        let count = folder.Count()
        let most = SizeException.Of("folder", folder.Key, exceptions) ?? FilesInFolder
        where count > most
        select $"{folder.Key} holds {count} files, more than {most}: divide it by what they are about.";

    public static IEnumerable<string> LongFiles(IEnumerable<SourceFile> files, IReadOnlyList<SizeException> exceptions) =>
        from file in files
        let usual = file.Path.StartsWith("tests/", StringComparison.Ordinal) ? LinesInTests : LinesInFile
        let most = SizeException.Of("file", file.Path, exceptions) ?? usual
        where file.Lines.Count > most
        select $"{file.Path} has {file.Lines.Count} lines, more than {most}: divide it by what it does.";

    public static IEnumerable<string> WideLines(IReadOnlyCollection<SourceFile> files, IReadOnlyList<SizeException> exceptions)
    {
        var wide = files.SelectMany(
            file => file.Lines.Index(), (file, line) => (file.Path, Number: line.Index + 1, Columns: Width(line.Item)))
            .Where(line => line.Columns > Columns)
            .ToList();
        var borne = exceptions.Where(one => one.Kind == "wide" && wide.Count(line => one.Covers(line.Path)) <= one.Most).ToList();
        return
            from line in wide
            where !borne.Any(one => one.Covers(line.Path))
            select $"{line.Path}({line.Number}) has {line.Columns} columns, more than {Columns}: "
                + "wrap it where a reader would pause.";
    }

    private static int Width(string line) => line.EnumerateRunes().Count();
}
