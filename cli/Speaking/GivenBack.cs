using Amazon.Lambda.Model;
using Canary.Aliases;
using Canary.Cli.Aws;
using Canary.Cli.CommandLine;
using Canary.Cli.Watching;

namespace Canary.Cli.Speaking;

/// <summary>Waits until a rollout has left its alias.</summary>
internal sealed class GivenBack(AwsAccess aws, TimeProvider time)
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(1);

    /// <summary>After a while it waits for the sweep, and AWS takes few of these calls from a whole account.</summary>
    private static readonly TimeSpan Seldom = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    /// <summary>The alias, once it is at one version and not held by the execution; null where the time is over before.</summary>
    public async Task<AliasState?> WaitAsync(
        string function, string alias, string execution, TimeSpan longest, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            if (await ReadAsync(function, alias, execution, cancellationToken) is { IsSettled: true } back) return back;
            if (time.GetElapsedTime(began) > longest) return null;
            await Task.Delay(time.GetElapsedTime(began) < Soon ? Often : Seldom, time, cancellationToken);
        }
    }

    private async Task<AliasState?> ReadAsync(
        string function, string alias, string execution, CancellationToken cancellationToken)
    {
        try
        {
            var found = await aws.Lambda.GetAliasAsync(
                new GetAliasRequest { FunctionName = function, Name = alias }, cancellationToken);
            return Hold.HolderOf(found.Description ?? "") == execution ? null : AliasReader.StateOf(found);
        }
        catch (ResourceNotFoundException missing)
        {
            throw CommandFault.Misused($"There is no alias {function}:{alias} any more: {missing.Message}");
        }
        catch (Exception fault) when (AwsFaults.IsPassing(fault) && !cancellationToken.IsCancellationRequested)
        {
            if (AwsFaults.IsExpired(fault)) aws.Renew();
            return null;
        }
    }
}
