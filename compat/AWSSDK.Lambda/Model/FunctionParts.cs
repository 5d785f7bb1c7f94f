using Amazon.Compat;

namespace Amazon.Lambda.Model;

public partial class DeadLetterConfig : IShape
{
    public string TargetArn { get; set; }

    void IShape.Map(Fields fields) => TargetArn = fields.Text("TargetArn", TargetArn);
}

public partial class DurableConfig : IShape
{
    public int? ExecutionTimeout { get; set; }

    public int? RetentionPeriodInDays { get; set; }

    void IShape.Map(Fields fields)
    {
        ExecutionTimeout = fields.Whole("ExecutionTimeout", ExecutionTimeout);
        RetentionPeriodInDays = fields.Whole("RetentionPeriodInDays", RetentionPeriodInDays);
    }
}

public partial class Environment : IShape
{
    public Dictionary<string, string> Variables { get; set; }

    void IShape.Map(Fields fields) => Variables = fields.TextMap("Variables", Variables);
}

public partial class EnvironmentError : IShape
{
    public string ErrorCode { get; set; }

    public string Message { get; set; }

    void IShape.Map(Fields fields)
    {
        ErrorCode = fields.Text("ErrorCode", ErrorCode);
        Message = fields.Text("Message", Message);
    }
}

public partial class EnvironmentResponse : IShape
{
    public EnvironmentError Error { get; set; }

    public Dictionary<string, string> Variables { get; set; }

    void IShape.Map(Fields fields)
    {
        Error = fields.Object("Error", Error);
        Variables = fields.TextMap("Variables", Variables);
    }
}

public partial class EphemeralStorage : IShape
{
    public int? Size { get; set; }

    void IShape.Map(Fields fields) => Size = fields.Whole("Size", Size);
}

public partial class SnapStart : IShape
{
    public SnapStartApplyOn ApplyOn { get; set; }

    void IShape.Map(Fields fields) => ApplyOn = fields.Text("ApplyOn", ApplyOn);
}

public partial class SnapStartResponse : IShape
{
    public SnapStartApplyOn ApplyOn { get; set; }

    public SnapStartOptimizationStatus OptimizationStatus { get; set; }

    void IShape.Map(Fields fields)
    {
        ApplyOn = fields.Text("ApplyOn", ApplyOn);
        OptimizationStatus = fields.Text("OptimizationStatus", OptimizationStatus);
    }
}

public partial class VpcConfigDetail : IShape
{
    public List<string> SecurityGroupIds { get; set; }

    public List<string> SubnetIds { get; set; }

    public string VpcId { get; set; }

    void IShape.Map(Fields fields)
    {
        SecurityGroupIds = fields.Texts("SecurityGroupIds", SecurityGroupIds);
        SubnetIds = fields.Texts("SubnetIds", SubnetIds);
        VpcId = fields.Text("VpcId", VpcId);
    }
}
