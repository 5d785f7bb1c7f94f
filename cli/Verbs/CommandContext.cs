using Canary.Cli.Aws;
using Canary.Cli.CommandLine;
using Canary.Cli.Finding;

namespace Canary.Cli.Verbs;

/// <summary>What one run of a verb works with: the clients, who calls, which stack, and where it answers.</summary>
internal sealed class CommandContext : IDisposable
{
    private readonly Lazy<AwsAccess> _aws;
    private Task<Caller>? _caller;

    public CommandContext(Shell shell, AwsSettings settings, Output output)
    {
        (Shell, Settings, Output) = (shell, settings, output);
        _aws = new(() => shell.Connect(settings));
    }

    public Shell Shell { get; }

    /// <summary>Which AWS the options say.</summary>
    public AwsSettings Settings { get; }

    public Output Output { get; }

    /// <summary>The clock of this machine.</summary>
    public TimeProvider Time => Shell.Time;

    /// <summary>The clients.</summary>
    public AwsAccess Aws => _aws.Value;

    /// <summary>Finds the rollouts that people name.</summary>
    public RolloutFinder Rollouts => new(Aws, StackAsync);

    /// <summary>Whose credentials these are. Asked once, and again where it failed.</summary>
    public Task<Caller> CallerAsync(CancellationToken cancellationToken) =>
        _caller is null or { IsFaulted: true } or { IsCanceled: true }
            ? _caller = Caller.AskAsync(Aws, cancellationToken)
            : _caller;

    /// <summary>Canary's stack.</summary>
    public async Task<Stack> StackAsync(CancellationToken cancellationToken)
    {
        var caller = await CallerAsync(cancellationToken);
        return new(Settings.Stack, caller.Partition, Aws.Region, caller.Account);
    }

    /// <summary>The stack's functions.</summary>
    public async Task<StackFunctions> FunctionsAsync(CancellationToken cancellationToken) =>
        new(Aws, await StackAsync(cancellationToken));

    public void Dispose()
    {
        if (_aws.IsValueCreated) _aws.Value.Dispose();
    }
}
