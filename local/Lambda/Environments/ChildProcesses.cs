using System.Collections.Concurrent;
using System.Diagnostics;

namespace Canary.Local.Lambda.Environments;

/// <summary>
/// Starts processes that do not outlive this one: they are killed when it ends, and on Linux the kernel kills them when it is
/// killed itself. Static, because the process that they must not outlive is one.
/// </summary>
internal static class ChildProcesses
{
    private static readonly ConcurrentDictionary<Process, bool> Alive = new();
    private static readonly BlockingCollection<(ProcessStartInfo Start, TaskCompletionSource<Process> Started)> Requests = [];
    private static readonly string? SetPriv = OperatingSystem.IsLinux() ? Find("setpriv") : null;

    static ChildProcesses()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => KillAll();
        // The kernel's signal goes out when the parent's thread ends, and threads of the pool do. So one thread that lasts starts
        // them all.
        new Thread(StartAll) { IsBackground = true, Name = "child processes" }.Start();
    }

    /// <param name="file">The executable.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="directory">Where it starts.</param>
    /// <param name="environment">All its variables: it inherits none.</param>
    public static Task<Process> StartAsync(
        string file, IReadOnlyList<string> arguments, string directory, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(SetPriv ?? file)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in SetPriv is null ? arguments : ["--pdeathsig", "KILL", "--", file, .. arguments])
            start.ArgumentList.Add(argument);
        start.Environment.Clear();
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Requests.Add((start, started));
        return started.Task;
    }

    public static void Kill(Process process)
    {
        Alive.TryRemove(process, out _);
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception fault)
            when (fault is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It has ended by itself.
        }
    }

    /// <summary>The full path of a program that PATH leads to, or null.</summary>
    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(directory => Path.Combine(directory, program))
        .FirstOrDefault(File.Exists);

    private static void StartAll()
    {
        foreach (var (start, started) in Requests.GetConsumingEnumerable())
        {
            try
            {
                var process = Process.Start(start)!;
                Alive[process] = true;
                started.SetResult(process);
            }
            catch (Exception fault)
            {
                started.SetException(fault);
            }
        }
    }

    private static void KillAll()
    {
        foreach (var process in Alive.Keys) Kill(process);
    }
}
