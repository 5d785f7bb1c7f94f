using Amazon.CloudWatch.Model;
using Canary.Aliases;
using Canary.Cli.Aws;
using Canary.Cli.Finding;
using Canary.Cli.Watching;

namespace Canary.Cli.Doctor;

/// <summary>Looks whether an alias can be released: where it is, who holds it, its alarms, whether metrics come.</summary>
internal sealed class AliasExam(AwsAccess aws, RolloutFinder rollouts, TimeProvider time, string function, string alias)
{
    private static readonly TimeSpan Span = TimeSpan.FromHours(3);

    private readonly string _title = $"{function}:{alias}";

    /// <param name="alarms">Its alarms; null to look at those of its last rollout.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<Symptom>> LookAsync(IReadOnlyList<string>? alarms, CancellationToken cancellationToken)
    {
        if (await new AliasReader(aws).ReadAsync(function, alias, cancellationToken) is not { } state)
        {
            return
            [
                Symptom.Bad("alias", $"there is no {_title}. Create it at the version that is live, "
                    + "or give createAlias: true where none is live yet."),
            ];
        }
        var last = await rollouts.LastAsync(function, alias, cancellationToken);
        var watched = alarms ?? last?.Document?.Plan.Alarms ?? [];
        return
        [
            await OfHoldAsync(state, cancellationToken),
            .. OfAlarms(watched, await new AlarmReader(aws).ReadAsync(watched, cancellationToken)),
            await OfMetricsAsync(state.Version, cancellationToken),
        ];
    }

    private async Task<Symptom> OfHoldAsync(AliasState state, CancellationToken cancellationToken)
    {
        var holder = await rollouts.HolderAsync(function, alias, cancellationToken);
        return (holder, state) switch
        {
            (null, { IsSettled: true, Version: "$LATEST" }) =>
                Symptom.Bad("alias", $"{_title} is at $LATEST, which cannot share traffic. Point it at a published version."),
            (null, { IsSettled: true }) => Symptom.Good("alias", $"{_title} is at {state}, and free."),
            (null, _) => Symptom.Bad("alias", $"{_title} is at {state}, and no rollout holds it: settle it at one version."),
            _ when !Hold.IsExecution(holder) => Symptom.Bad(
                "alias", $"{_title} bears the mark of \"{holder}\", which is no execution: "
                + "start the next rollout with takeOver: true."),
            _ => await OfHolderAsync(state, holder, cancellationToken),
        };
    }

    private async Task<Symptom> OfHolderAsync(AliasState state, string holder, CancellationToken cancellationToken)
    {
        var found = await rollouts.DescribeAsync(holder, cancellationToken);
        return found.IsRunning
            ? Symptom.Good("alias", $"{_title} is at {state}, and held by {found.Name}, which is under way.")
            : Symptom.Bad("alias", $"{_title} is at {state}, and still held by {found.Name}, which has ended as {found.Status}. "
                + "RestoreAlias gives it back within five minutes; else start the next rollout with takeOver: true.");
    }

    /// <summary>What the alarms of a rollout say.</summary>
    internal static IEnumerable<Symptom> OfAlarms(IReadOnlyList<string> names, IReadOnlyList<AlarmLight> found)
    {
        if (names.Count == 0)
            yield return Symptom.Doubtful(
                "alarms", "none is named: what no comparison can see, such as a slow database, ends no rollout.");
        foreach (var name in names)
        {
            yield return found.FirstOrDefault(one => one.Name == name)?.State switch
            {
                null => Symptom.Bad("alarms", $"there is no {name}: a rollout that names it is refused."),
                "ALARM" => Symptom.Doubtful(
                    "alarms", $"{name} is in ALARM: a rollout is refused unless allowAlarmsInAlarm names it."),
                "OK" => Symptom.Good("alarms", $"{name} is OK."),
                _ => Symptom.Doubtful("alarms", $"{name} has too little data to tell anything. Check its metric and dimensions."),
            };
        }
    }

    private async Task<Symptom> OfMetricsAsync(string version, CancellationToken cancellationToken)
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
                + $"{version} of {alias}. Callers must use the alias: other calls are neither shifted nor compared."),
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
