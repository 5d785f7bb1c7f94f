using Canary.Bench.ColdStart;
using Canary.Bench.Cost;
using Canary.Bench.Detection;
using Canary.Bench.Pipeline;
using Canary.Bench.Pipeline.Cells;
using Canary.Bench.Scale;

switch (args)
{
    case ["detection"] or ["detection", "--quick"]:
        return DetectionCommand.Run(quick: args.Length > 1);
    case ["pipeline", .. var options] when PipelineCommand.Read(options, AllCells.InOrder) is { } benchmark:
        return PipelineCommand.Run(benchmark);
    case ["scale", .. var options] when ScaleCommand.Read(options, ScaleRows.InOrder) is { } rows:
        return await ScaleCommand.RunAsync(rows, isWhole: options.Length == 0);
    case ["coldstart"]:
        return await ColdStartCommand.RunAsync();
    case ["cost"]:
        return await CostCommand.RunAsync();
    default:
        Console.Error.WriteLine($"""
            "{string.Join(' ', args)}" names no benchmark. Say one of:
              dotnet run -c Release --project bench -- detection           the judge alone; writes bench/results
              dotnet run -c Release --project bench -- detection --quick   fewer runs, our judge only, writes nothing: for CI
              dotnet run -c Release --project bench -- pipeline            whole rollouts, all judges; writes bench/results
              dotnet run -c Release --project bench -- pipeline --quick    fewer of them, writes nothing: for CI
              dotnet run -c Release --project bench -- scale               many rollouts at once; writes bench/results
              dotnet run -c Release --project bench -- scale --quick       up to 50 of them, writes nothing: for CI
              dotnet run -c Release --project bench -- coldstart           a Lambda's first answer; writes bench/results
              dotnet run -c Release --project bench -- cost                what a rollout and a month cost; prints tables
            scale also takes --only "200 at once" (a row by its name) and --hour 100 (so many rollouts of an hour); then it writes
            nothing.
            pipeline also takes --only A1 (cells by id, or by a part of their names) and --runs 400; then it writes nothing.
            """);
        return 2;
}
