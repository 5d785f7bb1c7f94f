using System.Diagnostics;
using Canary.Bench.Detection;
using Canary.Bench.Pipeline;

if (args is ["pipeline", ..]) return PipelineCommand.Run(args[1..]);

if (args is not ["detection", ..] || args.Skip(1).Any(arg => arg != "--quick"))
{
    Console.Error.WriteLine($"""
        "{string.Join(' ', args)}" names no benchmark. Say one of:
          dotnet run --project bench -- detection           all runs; writes bench/results
          dotnet run --project bench -- detection --quick   fewer runs, Canary's judge only, writes nothing: for CI
        """);
    return 2;
}

var quick = args.Contains("--quick");
var watch = Stopwatch.StartNew();
var benchmark = new DetectionBenchmark(quick);
List<Findings> findings = [];
foreach (var finding in benchmark.Run())
{
    findings.Add(finding);
    Console.WriteLine(TargetTable.Line(finding));
}

if (!quick)
{
    var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "../../../results")).FullName;
    File.WriteAllText(Path.Combine(folder, "detection.md"), DetectionReport.Of(findings, benchmark));
    DetectionChart.Save(findings, Path.Combine(folder, "detection.png"));
    Console.WriteLine($"Written: detection.md and detection.png in {folder}.");
}

var missed = findings.Count(finding => !finding.MeetsTargets);
Console.WriteLine(
    $"{findings.Count - missed} of {findings.Count} scenarios met their targets, in {watch.Elapsed.TotalSeconds:N0} s.");
return missed == 0 ? 0 : 1;
