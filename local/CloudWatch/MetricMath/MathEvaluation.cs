using Canary.Local.CloudWatch.Errors;
using Canary.Local.CloudWatch.Model;

namespace Canary.Local.CloudWatch.MetricMath;

/// <summary>Computes the expressions of one request. They may name each other, in any order.</summary>
internal sealed class MathEvaluation(
    IReadOnlyList<MetricDataQuery> queries,
    IReadOnlyDictionary<string, MetricDataResult> metrics,
    MetricSpan span,
    DateTimeOffset now)
{
    private readonly Dictionary<string, MetricDataQuery> _queries = queries.ToDictionary(query => query.Id);
    private readonly Dictionary<string, MathNode> _parsed = [];
    private readonly Dictionary<string, MathValue> _values = [];

    /// <summary>One result for each series that the expression comes to, oldest first.</summary>
    /// <exception cref="Wire.AwsException">It cannot be computed.</exception>
    public IEnumerable<MetricDataResult> Answer(ExpressionQuery query)
    {
        try
        {
            var grid = Grid(query);
            return ValueOf(query, grid) switch
            {
                MathValue.Series series => [Result(query, null, series, grid)],
                MathValue.Array many => [.. many.Items.Select(series => Result(query, series.Label, series, grid))],
                _ => throw new MathException(
                    "it comes to a number; an expression must come to a time series or an array of them"),
            };
        }
        catch (MathException fault)
        {
            throw CloudWatchErrors.Validation($"Error in expression '{query.Id}': {fault.Message}.");
        }
    }

    private static MetricDataResult Result(ExpressionQuery query, string? label, MathValue.Series series, MathGrid grid) =>
        new(query.Id, MetricLabels.Of(query, label), grid.Points(series), []);

    private MathGrid Grid(ExpressionQuery query)
    {
        var periods = MetricsIn(query, []).Select(metric => metric.Period).Distinct().ToList();
        if (periods.Count == 0) throw new MathException("there is no metric in it");
        if (periods.Count > 1)
            throw new MathException(
                $"Canary.Local does not support metrics of different periods ({string.Join(", ", periods)}) in one expression");
        if (query.Period is { } wanted && wanted != periods[0])
            throw new MathException(
                $"Canary.Local does not support another Period ({wanted}) than that of its metrics ({periods[0]})");
        return MathGrid.Of(span, periods[0], now);
    }

    private IEnumerable<MetricStatQuery> MetricsIn(ExpressionQuery query, string[] path)
    {
        if (path.Contains(query.Id))
            throw new MathException($"it leads back to itself: {string.Join(" -> ", path.Append(query.Id))}");
        var node = Parsed(query);
        var all = node.HasMetrics() ? queries.OfType<MetricStatQuery>() : [];
        return all.Concat(node.Ids().SelectMany(id => Query(id) switch
        {
            ExpressionQuery inner => MetricsIn(inner, [.. path, query.Id]),
            var metric => [(MetricStatQuery)metric],
        }));
    }

    private MathNode Parsed(ExpressionQuery query)
    {
        if (!_parsed.TryGetValue(query.Id, out var node)) _parsed[query.Id] = node = MathParser.Parse(query.Expression);
        return node;
    }

    private MetricDataQuery Query(string id) =>
        _queries.GetValueOrDefault(id) ?? throw new MathException($"there is no query with the id {id}");

    private MathValue ValueOf(MetricDataQuery query, MathGrid grid)
    {
        if (_values.TryGetValue(query.Id, out var value)) return value;
        return _values[query.Id] = query is ExpressionQuery expression
            ? ValueOf(Parsed(expression), grid)
            : grid.Lay(metrics[query.Id].Label, metrics[query.Id].Points);
    }

    private MathValue ValueOf(MathNode node, MathGrid grid) => node switch
    {
        MathNode.Number number => new MathValue.Scalar(number.Value),
        MathNode.Id id => ValueOf(Query(id.Name), grid),
        MathNode.Negative negative => MathOperators.Negate(ValueOf(negative.Operand, grid)),
        MathNode.Binary binary => MathOperators.Apply(binary.Operator, ValueOf(binary.Left, grid), ValueOf(binary.Right, grid)),
        MathNode.List list => Flat(list.Items.Select(item => ValueOf(item, grid))),
        MathNode.Call { Function: "METRICS" } call => Metrics(call.Arguments, grid),
        MathNode.Call { Function: "PERIOD" } call => Period(call.Arguments),
        MathNode.Call { Function: "FILL" } call => Fill(call.Arguments, grid),
        MathNode.Call call => MathFunctions.Call(call.Function, [.. call.Arguments.Select(one => ValueOf(one, grid))], grid),
        MathNode.Keyword keyword => throw new MathException($"{keyword.Name} belongs into FILL"),
        _ => throw new MathException("a text in quotes belongs into METRICS"),
    };

    private static MathValue.Array Flat(IEnumerable<MathValue> items) => new([.. items.SelectMany(item => item switch
    {
        MathValue.Series series => [series],
        MathValue.Array many => many.Items,
        _ => throw new MathException("an array holds time series, no numbers"),
    })]);

    private MathValue.Array Metrics(IReadOnlyList<MathNode> arguments, MathGrid grid)
    {
        var part = arguments switch
        {
            [] => "",
            [MathNode.Text text] => text.Value,
            _ => throw new MathException("METRICS takes nothing, or a text in quotes"),
        };
        return Flat(
            queries.OfType<MetricStatQuery>()
                .Where(query => query.Id.Contains(part, StringComparison.Ordinal))
                .Select(query => ValueOf(query, grid)));
    }

    private MathValue.Scalar Period(IReadOnlyList<MathNode> arguments) =>
        arguments is [MathNode.Id id] && Query(id.Name) is MetricStatQuery metric
        ? new(metric.Period)
        : throw new MathException("PERIOD takes the id of a metric");

    private MathValue Fill(IReadOnlyList<MathNode> arguments, MathGrid grid)
    {
        if (arguments.Count != 2) throw new MathException("FILL takes what to fill, and with what");
        Func<MathValue.Series, MathValue.Series> fill = arguments[1] is MathNode.Keyword keyword
            ? series => MathFill.With(series, keyword.Name)
            : ValueOf(arguments[1], grid) is var filler ? series => MathFill.With(series, filler) : null!;
        return ValueOf(arguments[0], grid) switch
        {
            MathValue.Series series => fill(series),
            MathValue.Array many => new MathValue.Array([.. many.Items.Select(fill)]),
            var other => throw new MathException($"FILL does not take [{other.Type}]"),
        };
    }
}
