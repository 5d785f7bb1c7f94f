using Canary.Cli.Aws;
using Canary.Cli.CommandLine;
using Spectre.Console;

namespace Canary.Cli.Verbs;

/// <summary>What surrounds one run of the program.</summary>
/// <param name="Console">The terminal, where there is one.</param>
/// <param name="Text">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record Shell(IAnsiConsole Console, TextWriter Text, TextWriter Error)
{
    /// <summary>Standard input.</summary>
    public TextReader Input { get; init; } = TextReader.Null;

    /// <summary>The clock of this machine.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Reads a variable of the environment; null where it is not set.</summary>
    public Func<string, string?> Environment { get; init; } =
        name => System.Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    /// <summary>Opens an AWS.</summary>
    public Func<AwsSettings, AwsAccess> Connect { get; init; } = AwsAccess.Open;

    /// <summary>Where a verb answers.</summary>
    public Output Output(bool isJson) => new(Console, Text, Error, isJson);
}
