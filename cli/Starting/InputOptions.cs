using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Canary.Cli.CommandLine;
using Canary.Cli.Files;
using Canary.Input;

namespace Canary.Cli.Starting;

/// <summary>What is to be rolled out, from a file and from options, which win over the file.</summary>
internal sealed class InputOptions
{
    private readonly FileArgument _file = new(
        "The rollout, as YAML or JSON. Default: the only one here", ArgumentArity.ZeroOrOne);

    private readonly TextOption _function = new("--function", "name", "The function", "orders");
    private readonly TextOption _alias = new("--alias", "name", "Its alias", "live");
    private readonly TextOption _config = new(
        "--deployment-config", "name", "How, instead of steps: Canary10Percent5Minutes …", "Canary10Percent5Minutes");

    private readonly TextOption _version = new("--target-version", "number", "A published version instead of $LATEST", "7");
    private readonly TextOption _code = new(
        "--code-sha256", "zip", "Releases this code only: a zip file, or its hash", "orders.zip");
    private readonly TextOption _reason = new("--reason", "text", "Why, for the story", "\"fixes the cart\"");
    private readonly Option<string[]> _alarms = new("--alarm")
    {
        HelpName = "name",
        Description = "An alarm that rolls it back; repeatable",
    };

    private Option[] Options => [_function, _alias, _config, _version, _alarms, _code, _reason];

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_file);
        foreach (var option in Options) command.Add(option);
    }

    /// <summary>The execution's input.</summary>
    /// <param name="line">What was typed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CommandFault">There is something wrong with the file, or nothing is to be rolled out.</exception>
    public async Task<JsonObject> ReadAsync(ParseResult line, CancellationToken cancellationToken)
    {
        var input = await ReadFileAsync(line, cancellationToken);
        Set(input, "functionName", line.GetValue(_function));
        Set(input, "aliasName", line.GetValue(_alias));
        Set(input, "targetVersion", line.GetValue(_version));
        Set(input, "reason", line.GetValue(_reason) is { } why ? InputReason.Of(why) : null);
        if (line.GetValue(_config) is { } config)
        {
            // One of the two is given: that of the line wins.
            input.Remove("steps");
            input["deploymentConfig"] = config;
        }
        if (line.GetValue(_alarms) is { Length: > 0 } alarms)
            input["alarms"] = new JsonArray([.. alarms.Select(alarm => JsonValue.Create(alarm))]);
        if (line.GetValue(_code) is { } code) input["codeSha256"] = await CodeHash.OfAsync(code, cancellationToken);
        return input;
    }

    // Alone, a file must be whole, and each fault has its line. What options add to is judged with them.
    private async Task<JsonObject> ReadFileAsync(ParseResult line, CancellationToken cancellationToken)
    {
        var path = line.GetValue(_file)?.FirstOrDefault();
        if (path is null && (line.GetValue(_function) ?? line.GetValue(_alias)) is not null) return [];
        var chosen = RolloutFile.Chosen(path);
        var file = Options.All(option => line.GetResult(option) is null or { Implicit: true })
            ? await RolloutFile.ReadAsync(chosen, cancellationToken)
            : await RolloutFile.ReadPartAsync(chosen, cancellationToken);
        return file.Input;
    }

    /// <summary>Says all that is wrong with an input, as the plan would, before anything is started.</summary>
    /// <param name="input">The execution's input.</param>
    /// <param name="execution">The ARN of an execution in its place.</param>
    /// <exception cref="CommandFault">Something is.</exception>
    public static void Check(JsonObject input, string execution)
    {
        using var document = JsonDocument.Parse(Output.Line(input));
        var faults = new List<string>();
        RequestReader.Read(document.RootElement, execution, faults);
        if (faults.Count > 0) throw CommandFault.Misused(string.Join(System.Environment.NewLine, faults));
    }

    private static void Set(JsonObject input, string member, string? value)
    {
        if (value is not null) input[member] = value;
    }
}
