using System.Net.Sockets;
using Canary.Cli.CommandLine;
using Canary.Local.Faults;
using Canary.Local.Lambda.Model;
using Microsoft.AspNetCore.Connections;

namespace Canary.Cli.Setup;

/// <summary>The embedded AWS, for people to play with.</summary>
internal static class ServeSession
{
    /// <summary>Runs until it is interrupted, which is its proper end.</summary>
    /// <exception cref="IOException">It cannot listen on the port that was asked for.</exception>
    public static async Task<int> RunAsync(ServeSettings settings, TextWriter output, CancellationToken interrupted)
    {
        try
        {
            await using var stack = await DemoStack.RaiseAsync(settings.Stack, interrupted);
            // A candidate is there from the start, so that the first line to paste has something to release.
            await stack.ChangeAsync(new() { ["RELEASE"] = "2" }, interrupted);
            stack.Aws.Lambda.Lifecycle = FunctionLifecycle.LikeAws(settings.Delays);
            await output.WriteLineAsync($"Canary.Local listens on {stack.Aws.Url.GetLeftPart(UriPartial.Authority)}");
            if (BuiltWith.Notice is { } standIns) await output.WriteLineAsync(standIns);
            if (NotEmulated.Notice(stack.Plan.NotEmulated) is { } missing) await output.WriteLineAsync(missing);
            GoWrong(stack.Aws.Faults, settings.Faults, output);
            await output.WriteLineAsync(
                Recipes.Text(stack.Aws.Url, stack.Aws.Account.Region, stack.StartArn, settings.Stack.Speed));
            await output.FlushAsync(CancellationToken.None);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, interrupted);
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            // Everything has been ended by now.
        }
        catch (Exception fault) when (fault is SocketException or IOException { InnerException: AddressInUseException })
        {
            throw new IOException(
                $"{fault.Message.TrimEnd('.')}: choose another --port than {settings.Stack.Port}, or leave it out.", fault);
        }
        return ExitCode.Done;
    }

    /// <summary>Only now, so that what sets it up goes well. Each strike is told as it happens.</summary>
    private static void GoWrong(FaultRegistry registry, IReadOnlyList<Fault> faults, TextWriter output)
    {
        var shared = TextWriter.Synchronized(output);
        registry.Struck += strike => shared.WriteLine($"Fault: {strike}");
        foreach (var fault in faults)
        {
            registry.Add(fault);
            shared.WriteLine($"On demand: {fault}");
        }
    }
}
