using Canary.Bench.Detection;
using Canary.Bench.Pipeline;
using Canary.Bench.Pipeline.Cells;

switch (args)
{
    case ["detection"] or ["detection", "--quick"]:
        return DetectionCommand.Run(quick: args.Length > 1);
    case ["pipeline", .. var options] when PipelineCommand.Read(options, AllCells.InOrder) is { } benchmark:
        return PipelineCommand.Run(benchmark);
    default:
        Console.Error.WriteLine($"""
            "{string.Join(' ', args)}" names no benchmark. Say one of:
              dotnet run -c Release --project bench -- detection           the judge alone; writes bench/results
              dotnet run -c Release --project bench -- detection --quick   fewer runs, our judge only, writes nothing: for CI
              dotnet run -c Release --project bench -- pipeline            whole rollouts, all judges; writes bench/results
              dotnet run -c Release --project bench -- pipeline --quick    fewer of them, writes nothing: for CI
            pipeline also takes --only A1 (cells by id, or by a part of their names) and --runs 400; then it writes nothing.
            """);
        return 2;
}
