using Amazon.CloudWatch.Model;
using Canary.Cli.Aws;

namespace Canary.Cli.Doctor;

/// <summary>Looks whether metrics come of the version by which an alias serves: they are what the comparison reads.</summary>
internal sealed class MetricsExam(AwsAccess aws, TimeProvider time, string function, string alias)
{
    private static readonly TimeSpan Span = TimeSpan.FromHours(3);

    private readonly string _title = $"{function}:{alias}";

    /// <param name="version">The version at which the alias is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Symptom> LookAsync(string version, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var read = await aws.CloudWatch.GetMetricDataAsync(
            new GetMetricDataRequest
            {
                StartTime = now - Span,
                EndTime = now,
                MetricDataQueries =
                [
                    Query("version", new() { Name = "ExecutedVersion", Value = version }),
                    Query("all", null),
                ],
            },
            cancellationToken);
        var (served, all) = (SumOf("version"), SumOf("all"));
        return (served, all) switch
        {
            ( > 0, _) => Symptom.Good(
                "metrics", $"{_title} has served {served:0} requests by version {version} in the last 3 hours."),
            (_, > 0) => Symptom.Doubtful(
                "metrics", $"{function} has served {all:0} requests in the last 3 hours, and none by version "
                + $"{version} of {alias}. Unless it is new there, callers do not use the alias: such calls are neither shifted "
                + "nor compared."),
            _ => Symptom.Doubtful(
                "metrics", $"{function} has served nothing in the last 3 hours: there would be nothing to compare."),
        };

        double SumOf(string id) =>
            (read.MetricDataResults ?? []).Where(one => one.Id == id).SelectMany(one => one.Values ?? []).Sum();
    }

    private MetricDataQuery Query(string id, Dimension? more) => new()
    {
        Id = id,
        MetricStat = new()
        {
            Metric = new()
            {
                Namespace = "AWS/Lambda",
                MetricName = "Invocations",
                Dimensions = more is null
                    ? [new() { Name = "FunctionName", Value = function }]
                    : [
                        new() { Name = "FunctionName", Value = function },
                        new() { Name = "Resource", Value = _title },
                        more,
                    ],
            },
            Period = 300,
            Stat = "Sum",
        },
    };
}
