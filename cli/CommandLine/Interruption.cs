using System.Runtime.InteropServices;

namespace Canary.Cli.CommandLine;

/// <summary>
/// Turns Ctrl-C and a polite kill into a cancellation, so that everything that was started is ended before the program is.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _cancel = new();
    private readonly PosixSignalRegistration[] _signals;

    public Interruption() =>
        _signals = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }
            .Select(signal => PosixSignalRegistration.Create(signal, Take))];

    /// <summary>Cancelled at the first signal.</summary>
    public CancellationToken Token => _cancel.Token;

    public void Dispose()
    {
        Array.ForEach(_signals, signal => signal.Dispose());
        _cancel.Dispose();
    }

    private void Take(PosixSignalContext context)
    {
        // The second one is impatience: then the system may do what it does.
        context.Cancel = !_cancel.IsCancellationRequested;
        _cancel.Cancel();
    }
}
