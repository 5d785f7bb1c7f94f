using Amazon.Compat;
using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

public partial class CreateStateMachineRequest : AmazonStepFunctionsRequest, IShape
{
    public string Definition { get; set; }

    public string Name { get; set; }

    public bool? Publish { get; set; }

    public string RoleArn { get; set; }

    public List<Tag> Tags { get; set; }

    public StateMachineType Type { get; set; }

    public string VersionDescription { get; set; }

    void IShape.Map(Fields fields)
    {
        Definition = fields.Text("definition", Definition);
        Name = fields.Text("name", Name);
        Publish = fields.Flag("publish", Publish);
        RoleArn = fields.Text("roleArn", RoleArn);
        Tags = fields.Objects("tags", Tags);
        Type = fields.Text("type", Type);
        VersionDescription = fields.Text("versionDescription", VersionDescription);
    }
}

public partial class CreateStateMachineResponse : AmazonWebServiceResponse, IShape
{
    public DateTime? CreationDate { get; set; }

    public string StateMachineArn { get; set; }

    public string StateMachineVersionArn { get; set; }

    void IShape.Map(Fields fields)
    {
        CreationDate = fields.Time("creationDate", CreationDate);
        StateMachineArn = fields.Text("stateMachineArn", StateMachineArn);
        StateMachineVersionArn = fields.Text("stateMachineVersionArn", StateMachineVersionArn);
    }
}

public partial class Tag : IShape
{
    public string Key { get; set; }

    public string Value { get; set; }

    void IShape.Map(Fields fields)
    {
        Key = fields.Text("key", Key);
        Value = fields.Text("value", Value);
    }
}

public partial class DescribeStateMachineRequest : AmazonStepFunctionsRequest, IShape
{
    public IncludedData IncludedData { get; set; }

    public string StateMachineArn { get; set; }

    void IShape.Map(Fields fields)
    {
        IncludedData = fields.Text("includedData", IncludedData);
        StateMachineArn = fields.Text("stateMachineArn", StateMachineArn);
    }
}

public partial class DescribeStateMachineResponse : AmazonWebServiceResponse, IShape
{
    public DateTime? CreationDate { get; set; }

    public string Definition { get; set; }

    public string Description { get; set; }

    public string Name { get; set; }

    public string RevisionId { get; set; }

    public string RoleArn { get; set; }

    public string StateMachineArn { get; set; }

    public StateMachineStatus Status { get; set; }

    public StateMachineType Type { get; set; }

    void IShape.Map(Fields fields)
    {
        CreationDate = fields.Time("creationDate", CreationDate);
        Definition = fields.Text("definition", Definition);
        Description = fields.Text("description", Description);
        Name = fields.Text("name", Name);
        RevisionId = fields.Text("revisionId", RevisionId);
        RoleArn = fields.Text("roleArn", RoleArn);
        StateMachineArn = fields.Text("stateMachineArn", StateMachineArn);
        Status = fields.Text("status", Status);
        Type = fields.Text("type", Type);
    }
}

public partial class ListStateMachinesRequest : AmazonStepFunctionsRequest, IShape
{
    public int? MaxResults { get; set; }

    public string NextToken { get; set; }

    void IShape.Map(Fields fields)
    {
        MaxResults = fields.Whole("maxResults", MaxResults);
        NextToken = fields.Text("nextToken", NextToken);
    }
}

public partial class ListStateMachinesResponse : AmazonWebServiceResponse, IShape
{
    public string NextToken { get; set; }

    public List<StateMachineListItem> StateMachines { get; set; }

    void IShape.Map(Fields fields)
    {
        NextToken = fields.Text("nextToken", NextToken);
        StateMachines = fields.Objects("stateMachines", StateMachines);
    }
}

public partial class StateMachineListItem : IShape
{
    public DateTime? CreationDate { get; set; }

    public string Name { get; set; }

    public string StateMachineArn { get; set; }

    public StateMachineType Type { get; set; }

    void IShape.Map(Fields fields)
    {
        CreationDate = fields.Time("creationDate", CreationDate);
        Name = fields.Text("name", Name);
        StateMachineArn = fields.Text("stateMachineArn", StateMachineArn);
        Type = fields.Text("type", Type);
    }
}
