using Canary.Local.Demo;

namespace Canary.Local.Serve;

/// <summary><c>dotnet run --project local -- serve</c>.</summary>
internal static class ServeCommand
{
    /// <summary>Runs until it is interrupted, which is its proper end.</summary>
    public static async Task<int> RunAsync(CommandLine line, TextWriter output, CancellationToken interrupted)
    {
        try
        {
            await using var stage = await Stage.RaiseAsync(line, interrupted);
            // A candidate is there from the start, so that the first line to paste has something to release.
            await stage.ChangeAsync(new() { ["RELEASE"] = "2" }, interrupted);
            await output.WriteLineAsync($"Canary.Local listens on {stage.Aws.Url.GetLeftPart(UriPartial.Authority)}");
            await output.WriteLineAsync(Recipes.Text(stage.Aws.Url, stage.Aws.Account.Region, stage.StateMachineArn, line.Speed));
            await output.FlushAsync(CancellationToken.None);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, interrupted);
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            // Everything has been ended by now.
        }
        return 0;
    }
}
