using Amazon.Compat;

namespace Amazon.CloudWatch.Model;

public partial class Metric : IShape
{
    public List<Dimension> Dimensions { get; set; }

    public string MetricName { get; set; }

    public string Namespace { get; set; }

    void IShape.Map(Fields fields)
    {
        Dimensions = fields.Objects("Dimensions", Dimensions);
        MetricName = fields.Text("MetricName", MetricName);
        Namespace = fields.Text("Namespace", Namespace);
    }
}

public partial class Dimension : IShape
{
    public string Name { get; set; }

    public string Value { get; set; }

    void IShape.Map(Fields fields)
    {
        Name = fields.Text("Name", Name);
        Value = fields.Text("Value", Value);
    }
}

public partial class MetricStat : IShape
{
    public Metric Metric { get; set; }

    public int? Period { get; set; }

    public string Stat { get; set; }

    public StandardUnit Unit { get; set; }

    void IShape.Map(Fields fields)
    {
        Metric = fields.Object("Metric", Metric);
        Period = fields.Whole("Period", Period);
        Stat = fields.Text("Stat", Stat);
        Unit = fields.Text("Unit", Unit);
    }
}

public partial class MetricDataQuery : IShape
{
    public string AccountId { get; set; }

    public string Expression { get; set; }

    public string Id { get; set; }

    public string Label { get; set; }

    public MetricStat MetricStat { get; set; }

    public int? Period { get; set; }

    public bool? ReturnData { get; set; }

    void IShape.Map(Fields fields)
    {
        AccountId = fields.Text("AccountId", AccountId);
        Expression = fields.Text("Expression", Expression);
        Id = fields.Text("Id", Id);
        Label = fields.Text("Label", Label);
        MetricStat = fields.Object("MetricStat", MetricStat);
        Period = fields.Whole("Period", Period);
        ReturnData = fields.Flag("ReturnData", ReturnData);
    }
}

public partial class Tag : IShape
{
    public string Key { get; set; }

    public string Value { get; set; }

    void IShape.Map(Fields fields)
    {
        Key = fields.Text("Key", Key);
        Value = fields.Text("Value", Value);
    }
}
