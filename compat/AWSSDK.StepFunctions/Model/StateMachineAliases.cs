using Amazon.Compat;
using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

public partial class DescribeStateMachineAliasRequest : AmazonStepFunctionsRequest, IShape
{
    public string StateMachineAliasArn { get; set; }

    void IShape.Map(Fields fields) => StateMachineAliasArn = fields.Text("stateMachineAliasArn", StateMachineAliasArn);
}

public partial class DescribeStateMachineAliasResponse : AmazonWebServiceResponse, IShape
{
    public DateTime? CreationDate { get; set; }

    public string Description { get; set; }

    public string Name { get; set; }

    public List<RoutingConfigurationListItem> RoutingConfiguration { get; set; }

    public string StateMachineAliasArn { get; set; }

    public DateTime? UpdateDate { get; set; }

    void IShape.Map(Fields fields)
    {
        CreationDate = fields.Time("creationDate", CreationDate);
        Description = fields.Text("description", Description);
        Name = fields.Text("name", Name);
        RoutingConfiguration = fields.Objects("routingConfiguration", RoutingConfiguration);
        StateMachineAliasArn = fields.Text("stateMachineAliasArn", StateMachineAliasArn);
        UpdateDate = fields.Time("updateDate", UpdateDate);
    }
}

public partial class RoutingConfigurationListItem : IShape
{
    public string StateMachineVersionArn { get; set; }

    public int? Weight { get; set; }

    void IShape.Map(Fields fields)
    {
        StateMachineVersionArn = fields.Text("stateMachineVersionArn", StateMachineVersionArn);
        Weight = fields.Whole("weight", Weight);
    }
}
