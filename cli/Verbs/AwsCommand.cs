using System.CommandLine;
using Canary.Cli.Aws;
using Canary.Cli.CommandLine;

namespace Canary.Cli.Verbs;

/// <summary>A verb that asks AWS, with the options that say which.</summary>
internal abstract class AwsCommand : ShellCommand
{
    private readonly TextOption _stack = new(
        "--stack", "name", $"Canary's stack. Default: CANARY_STACK, or {AwsSettings.UsualStack}", AwsSettings.UsualStack, name =>
            name.Length <= 80 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
                ? null : "A stack's name has letters, digits and hyphens, 80 at most.");

    private readonly TextOption _profile = new("--profile", "name", "A profile of the AWS config files", "work");

    private readonly TextOption _region = new("--region", "name", "The AWS Region", "eu-west-1", name =>
        name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
            ? null : "Give a Region's name, such as eu-west-1.");

    private readonly TextOption _endpoint = new(
        "--endpoint-url", "URL", "Where AWS is, such as canary serve. Default: AWS_ENDPOINT_URL", "http://127.0.0.1:4566",
        url => IsAddress(url) ? null : "Give a whole URL, such as http://127.0.0.1:4566.");

    protected AwsCommand(Shell shell, string name, string about) : base(shell, name, about)
    {
        Share(_stack);
        Share(_profile);
        Share(_region);
        Share(_endpoint);
    }

    /// <summary>Does it.</summary>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    protected abstract Task<int> RunAsync(ParseResult line, CommandContext context, CancellationToken interrupted);

    /// <inheritdoc/>
    protected sealed override async Task<int> RunAsync(ParseResult line, Output output, CancellationToken interrupted)
    {
        using var context = new CommandContext(Shell, Settings(line), output);
        return await RunAsync(line, context, interrupted);
    }

    /// <summary>Which AWS the line and the environment say.</summary>
    internal AwsSettings Settings(ParseResult line) => new(
        line.GetValue(_stack) ?? Shell.Environment("CANARY_STACK") ?? AwsSettings.UsualStack,
        line.GetValue(_profile),
        line.GetValue(_region),
        Endpoint(line.GetValue(_endpoint) ?? Shell.Environment("AWS_ENDPOINT_URL")));

    private static Uri? Endpoint(string? url) => url is null ? null : IsAddress(url)
        ? new Uri(url)
        : throw CommandFault.Misused($"AWS_ENDPOINT_URL is \"{url}\". Give a whole URL, such as http://127.0.0.1:4566.");

    private static bool IsAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var found) && found.Scheme is "http" or "https";
}
