using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Canary.Cli.CommandLine;
using Canary.Planning;
using Canary.Wording;

namespace Canary.Cli.Files;

/// <summary>A file with the input of a rollout, in YAML or JSON.</summary>
/// <param name="Path">The file, as it was named.</param>
/// <param name="Json">The input that it stands for.</param>
/// <param name="Map">Where each value is.</param>
internal sealed record RolloutFile(string Path, JsonElement Json, FileMap Map)
{
    /// <summary>How the names of such files end.</summary>
    public static readonly IReadOnlyList<string> Endings = [".rollout.yaml", ".rollout.yml", ".rollout.json"];

    // Far more than an execution takes as its input.
    private const int MostBytes = 1 << 20;

    /// <summary>The input, to be added to. Only of a file without faults.</summary>
    public JsonObject Input => JsonObject.Create(Json)!;

    /// <summary>The rollout files of a folder, by name.</summary>
    public static IReadOnlyList<string> In(string folder) =>
    [
        .. Directory.EnumerateFiles(folder)
            .Select(path => System.IO.Path.GetFileName(path))
            .Where(name => Endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The file that is meant: the one that is named, else the only one of this folder.</summary>
    /// <exception cref="CommandFault">None is named, and there is none here, or there are several.</exception>
    public static string Chosen(string? named, string folder = ".") => (named, In(folder)) switch
    {
        ({ } given, _) => given,
        (_, [var only]) => only,
        (_, []) => throw CommandFault.Misused(
            $"There is no rollout file here, *{string.Join(", *", Endings)}. canary init makes one, and any other can be named."),
        var (_, several) => throw CommandFault.Misused($"Which file is meant? Here are {string.Join(", ", several)}."),
    };

    /// <summary>Reads a file with which nothing is wrong, as far as can be seen without asking AWS.</summary>
    /// <exception cref="CommandFault">It cannot be read, or has faults: each is told with its line.</exception>
    public static async Task<RolloutFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var file = await ReadPartAsync(path, cancellationToken);
        return file.Faults() is { Count: > 0 } faults ? throw CommandFault.Misused(file.Told(faults)) : file;
    }

    /// <summary>Reads a file to which something is added yet, before anybody can say what is wrong with it.</summary>
    /// <exception cref="CommandFault">It cannot be read.</exception>
    public static async Task<RolloutFile> ReadPartAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var file = await OpenAsync(path, cancellationToken);
            // Of these no object can be made that could be added to.
            return file is { Json.ValueKind: JsonValueKind.Object, Map.HasTwice: false }
                ? file
                : throw CommandFault.Misused(file.Told(file.Faults()));
        }
        catch (UnreadableFile wrong)
        {
            throw CommandFault.Misused(wrong.Place is { } place ? new FileFault(place, wrong.Message).In(path) : wrong.Message);
        }
    }

    /// <summary>Reads a file. What is wrong with the rollout itself is told by <see cref="Faults"/>.</summary>
    /// <exception cref="UnreadableFile">It is not there, or is neither YAML nor JSON.</exception>
    public static async Task<RolloutFile> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var bytes = await BytesOfAsync(path, cancellationToken);
        using var file = new FileBuilder();
        if (IsJson(path, bytes)) JsonRollout.Read(bytes, file);
        else YamlText.Read(TextOf(bytes), file);
        var (json, map) = file.Built();
        return new(path, json, map);
    }

    /// <summary>Every fault that can be seen without asking AWS, each at its place.</summary>
    public IReadOnlyList<FileFault> Faults() => Map.Placed(InputFaults.Of(Json));

    /// <summary>Faults as compilers tell them, which editors and pipelines can read.</summary>
    public string Told(IEnumerable<FileFault> faults) => string.Join('\n', faults.Select(fault => fault.In(Path)));

    private static async Task<byte[]> BytesOfAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
            if (bytes.Length > MostBytes) throw new UnreadableFile($"{Quoted.Of(path)} has more than 1 MiB: that is no rollout.");
            return bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UnreadableFile($"There is no file {Quoted.Of(path)}. canary init makes one.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableFile($"{Quoted.Of(path)} cannot be read: {fault.Message}");
        }
    }

    // A file from a pipe has no ending. What begins with a brace is JSON, as far as rollouts go.
    private static bool IsJson(string path, ReadOnlySpan<byte> bytes) =>
        path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        || (!Endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            && bytes.TrimStart(" \t\r\n"u8).StartsWith("{"u8));

    private static string TextOf(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableFile("The file is not in UTF-8. Save it as UTF-8.", FilePlace.Start);
        }
    }
}
