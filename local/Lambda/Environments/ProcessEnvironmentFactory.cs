using Canary.Local.Lambda.Model;

namespace Canary.Local.Lambda.Environments;

/// <summary>Execution environments as processes of this machine.</summary>
/// <param name="time">The time that processes live in: the machine's.</param>
/// <param name="metrics">Makes who takes the metrics that one environment's function writes to its log.</param>
internal sealed class ProcessEnvironmentFactory(TimeProvider time, Func<LogMetrics> metrics) : IEnvironmentFactory
{
    /// <summary>
    /// Signs what functions ask of AWS. No account knows it: a request that strays from the embedded AWS is refused.
    /// </summary>
    public const string AccessKeyId = "ASIACANARYLOCAL00000";

    /// <summary>What a process must inherit to start at all. Nothing that could lead it to its user's AWS account.</summary>
    private static readonly string[] Inherited =
        ["PATH", "TMPDIR", "TEMP", "TMP", "SystemRoot", "LD_LIBRARY_PATH", "DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64"];

    public async Task<IExecutionEnvironment> StartAsync(EnvironmentSpec spec)
    {
        var (file, arguments) = Command(spec.Definition);
        var code = arguments is [var assembly] ? assembly : file;
        if (!File.Exists(code)) return new BrokenEnvironment(code);
        var api = await RuntimeApi.StartAsync();
        try
        {
            var process = await ChildProcesses.StartAsync(
                file, arguments, spec.Definition.CodeDirectory, Variables(spec, api.Address));
            return new ProcessEnvironment(spec, api, process, metrics(), time);
        }
        catch
        {
            await api.DisposeAsync();
            throw;
        }
    }

    /// <summary>As Lambda's .NET runtime does it: without an assembly of that name, the file of that name is native.</summary>
    private static (string File, IReadOnlyList<string> Arguments) Command(FunctionDefinition definition)
    {
        if (!definition.Runtime.StartsWith("dotnet", StringComparison.Ordinal))
            return (Path.Combine(definition.CodeDirectory, "bootstrap"), []);
        var native = Path.Combine(definition.CodeDirectory, definition.Handler);
        var assembly = native + ".dll";
        return !File.Exists(assembly) && File.Exists(native) ? (native, []) : (Dotnet(), [assembly]);
    }

    private static string Dotnet() =>
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH")
        ?? (Path.GetFileNameWithoutExtension(Environment.ProcessPath) is "dotnet" ? Environment.ProcessPath : null)
        ?? ChildProcesses.Find(OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")
        ?? throw new FileNotFoundException("There is no 'dotnet' on PATH, which runs the functions.");

    private static Dictionary<string, string> Variables(EnvironmentSpec spec, string runtimeApi)
    {
        var definition = spec.Definition;
        var variables = Inherited
            .Select(name => (Name: name, Value: Environment.GetEnvironmentVariable(name)))
            .Where(variable => variable.Value is not null)
            .ToDictionary(variable => variable.Name, variable => variable.Value!);
        variables["AWS_LAMBDA_RUNTIME_API"] = runtimeApi;
        variables["AWS_LAMBDA_FUNCTION_NAME"] = definition.Name;
        variables["AWS_LAMBDA_FUNCTION_VERSION"] = spec.Version;
        variables["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = $"{definition.MemoryMb}";
        variables["AWS_LAMBDA_LOG_GROUP_NAME"] = $"/aws/lambda/{definition.Name}";
        variables["AWS_LAMBDA_LOG_STREAM_NAME"] = $"[{spec.Version}]{Guid.NewGuid():N}";
        variables["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand";
        variables["AWS_EXECUTION_ENV"] = $"AWS_Lambda_{definition.Runtime}";
        variables["AWS_REGION"] = variables["AWS_DEFAULT_REGION"] = spec.Region;
        variables["AWS_ACCESS_KEY_ID"] = AccessKeyId;
        variables["AWS_SECRET_ACCESS_KEY"] = "canary-local";
        variables["AWS_SESSION_TOKEN"] = "canary-local";
        variables["LAMBDA_TASK_ROOT"] = definition.CodeDirectory;
        variables["_HANDLER"] = definition.Handler;
        variables["LANG"] = "en_US.UTF-8";
        variables["TZ"] = ":UTC";
        if (spec.Endpoint is { } endpoint) variables["AWS_ENDPOINT_URL"] = endpoint.ToString().TrimEnd('/');
        // A machine may have only a newer .NET than the function was built for.
        if (definition.Runtime == "dotnet8") variables["DOTNET_ROLL_FORWARD"] = "Major";
        foreach (var (name, value) in definition.Environment) variables[name] = value;
        return variables;
    }
}
