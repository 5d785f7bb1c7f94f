namespace Canary.Local.CloudWatch.MetricMath;

/// <summary>A parsed metric math expression.</summary>
internal abstract record MathNode
{
    private MathNode()
    {
    }

    /// <summary>The ids that it names, METRICS() aside.</summary>
    public IEnumerable<string> Ids() => this switch
    {
        Id id => [id.Name],
        Negative negative => negative.Operand.Ids(),
        Binary binary => binary.Left.Ids().Concat(binary.Right.Ids()),
        Call call => call.Arguments.SelectMany(one => one.Ids()),
        List list => list.Items.SelectMany(one => one.Ids()),
        _ => [],
    };

    /// <summary>Whether METRICS() is in it.</summary>
    public bool HasMetrics() => this switch
    {
        Negative negative => negative.Operand.HasMetrics(),
        Binary binary => binary.Left.HasMetrics() || binary.Right.HasMetrics(),
        Call call => call.Function == "METRICS" || call.Arguments.Any(one => one.HasMetrics()),
        List list => list.Items.Any(one => one.HasMetrics()),
        _ => false,
    };

    /// <summary>A number.</summary>
    public sealed record Number(double Value) : MathNode;

    /// <summary>A text in quotes: only METRICS takes one.</summary>
    public sealed record Text(string Value) : MathNode;

    /// <summary>REPEAT or LINEAR: only FILL takes one.</summary>
    public sealed record Keyword(string Name) : MathNode;

    /// <summary>Another query of the request.</summary>
    public sealed record Id(string Name) : MathNode;

    /// <summary>The unary minus.</summary>
    public sealed record Negative(MathNode Operand) : MathNode;

    /// <summary>Two operands, AND and OR always as these words.</summary>
    public sealed record Binary(string Operator, MathNode Left, MathNode Right) : MathNode;

    /// <summary>A function.</summary>
    public sealed record Call(string Function, IReadOnlyList<MathNode> Arguments) : MathNode;

    /// <summary>An array in brackets.</summary>
    public sealed record List(IReadOnlyList<MathNode> Items) : MathNode;
}
