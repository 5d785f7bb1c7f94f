using System.Text;
using System.Text.Json;
using Canary.Cli.CommandLine;
using Canary.Planning;
using Canary.Wording;

namespace Canary.Cli.Files;

/// <summary>Writes a rollout file to begin with, and beside it the schema, by which an editor completes and checks it.</summary>
internal static class FirstFile
{
    // The bytes of a text file, without a mark.
    private static readonly UTF8Encoding Utf8 = new(false);

    /// <summary>Writes both files.</summary>
    /// <param name="target">The function and its alias, with a colon between.</param>
    /// <param name="file">Where to write it; null for the function's name.</param>
    /// <param name="replaces">Whether a file that is there may go.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="CommandFault">It cannot be written, or the target is none.</exception>
    public static async Task<(string Path, string Schema)> WriteAsync(
        string target, string? file, bool replaces, CancellationToken cancellationToken)
    {
        var (function, alias) = TargetOf(target);
        var path = file ?? FunctionPart(function) + RolloutFile.Endings[0];
        if (!replaces && File.Exists(path))
            throw CommandFault.Misused($"{Quoted.Of(path)} is there already. Give another --file, or --force to replace it.");
        var isJson = path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
        var schema = Path.Combine(Path.GetDirectoryName(path) ?? "", FirstText.SchemaName);
        try
        {
            var text = isJson
                ? FirstText.Json(function, alias)
                : FirstText.Yaml(function, alias, FunctionPart(function));
            await File.WriteAllTextAsync(path, text, Utf8, cancellationToken);
            await File.WriteAllTextAsync(schema, FirstText.Schema(), Utf8, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw CommandFault.Misused($"{Quoted.Of(path)} cannot be written: {fault.Message}");
        }
        return (path, schema);
    }

    // The name at the end of an ARN.
    private static string FunctionPart(string function) => function[(function.LastIndexOf(':') + 1)..];

    private static (string Function, string Alias) TargetOf(string target)
    {
        var end = target.LastIndexOf(':');
        if (end < 1 || end == target.Length - 1)
            throw CommandFault.Misused($"{Quoted.Of(target)} names no function with an alias. Say both, such as orders:live.");
        var (function, alias) = (target[..end], target[(end + 1)..]);
        using var input = JsonDocument.Parse(FirstText.Json(function, alias));
        var faults = InputFaults.Of(input.RootElement);
        return faults.Count == 0 ? (function, alias) : throw CommandFault.Misused(string.Join('\n', faults));
    }
}
