using System.Text.Json.Nodes;

namespace Canary.Cli.Files;

/// <summary>A rollout file, and all that is wrong with it.</summary>
internal sealed record LintedFile(string Path, IReadOnlyList<FileFault> Faults)
{
    /// <summary>A line for each fault, or that there is none.</summary>
    public string Text => Faults.Count == 0
        ? $"{Path}: no fault. canary plan asks AWS about it too."
        : string.Join('\n', Faults.Select(fault => fault.In(Path)));

    /// <summary>The same for a program.</summary>
    public JsonObject Json => new() { ["file"] = Path, ["faults"] = JsonOf(Faults) };

    /// <summary>Checks a file. One that cannot be read has that fault.</summary>
    public static async Task<LintedFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return new(path, (await RolloutFile.OpenAsync(path, cancellationToken)).Faults());
        }
        catch (UnreadableFile wrong)
        {
            return new(path, [new(wrong.Place ?? FilePlace.Start, wrong.Message)]);
        }
    }

    /// <summary>Faults for a program.</summary>
    public static JsonArray JsonOf(IEnumerable<FileFault> faults) =>
        new([.. faults.Select(fault => new JsonObject
        {
            ["line"] = fault.Place.Line,
            ["column"] = fault.Place.Column,
            ["fault"] = fault.Text,
        })]);
}
