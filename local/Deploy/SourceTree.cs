using Canary.Local.Deploy.Plan;

namespace Canary.Local.Deploy;

/// <summary>The project's folder on this machine, and what a build has left in it.</summary>
/// <param name="Root">The folder with <c>template.yaml</c>.</param>
/// <param name="Configuration">Such as <c>Debug</c>.</param>
/// <param name="Framework">Such as <c>net10.0</c>.</param>
public sealed record SourceTree(string Root, string Configuration, string Framework)
{
    private const string TemplateName = "template.yaml";

    /// <summary>Where the template is.</summary>
    public string Template => Path.Combine(Root, TemplateName);

    /// <summary>The tree that a program was built in: functions are taken as the same build left them.</summary>
    /// <param name="programFolder">
    /// Where it runs, as <see cref="AppContext.BaseDirectory"/> says: <c>…/bin/Debug/net10.0</c> below the root.
    /// </param>
    /// <exception cref="TemplateException">It does not run below a template.</exception>
    public static SourceTree Find(string programFolder)
    {
        ArgumentNullException.ThrowIfNull(programFolder);
        var folder = new DirectoryInfo(Path.TrimEndingDirectorySeparator(programFolder));
        for (var root = folder; root is not null; root = root.Parent)
        {
            if (File.Exists(Path.Combine(root.FullName, TemplateName)))
                return new SourceTree(root.FullName, folder.Parent?.Name ?? "", folder.Name);
        }
        throw new TemplateException(
            $"There is no {TemplateName} above {programFolder}: run Canary.Local from where it was built.");
    }

    /// <summary>Where a build has left a function's code.</summary>
    /// <param name="codeUri">The project's folder, relative to the root.</param>
    /// <param name="handler">The name of its executable assembly.</param>
    /// <exception cref="TemplateException">It is not built.</exception>
    public string BuildOutputOf(string codeUri, string handler)
    {
        var folder = Path.GetFullPath(Path.Combine(Root, codeUri, "bin", Configuration, Framework));
        return File.Exists(Path.Combine(folder, $"{handler}.dll")) ? folder
            : throw new TemplateException(
                $"{codeUri} is not built: {folder} has no {handler}.dll. Build it with: dotnet "
                + $"build -c {Configuration} {codeUri}");
    }

    /// <summary>The text of a file that the template names.</summary>
    /// <exception cref="TemplateException">There is no such file.</exception>
    public string Read(string uri)
    {
        var path = Path.Combine(Root, uri);
        return File.Exists(path)
            ? File.ReadAllText(path)
            : throw new TemplateException($"The template names the file {uri}, but {path} does not exist.");
    }
}
