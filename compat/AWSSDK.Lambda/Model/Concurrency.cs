using System.ComponentModel;
using System.Globalization;
using Amazon.Compat;
using Amazon.Lambda.Wire;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Lambda.Model;

/// <summary>Not in the official package, which repeats these members in each class: do not name it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ProvisionedConcurrencyMembers : AmazonWebServiceResponse, IShape
{
    public int? AllocatedProvisionedConcurrentExecutions { get; set; }

    public int? AvailableProvisionedConcurrentExecutions { get; set; }

    public string LastModified { get; set; }

    public int? RequestedProvisionedConcurrentExecutions { get; set; }

    public ProvisionedConcurrencyStatusEnum Status { get; set; }

    public string StatusReason { get; set; }

    void IShape.Map(Fields fields)
    {
        AllocatedProvisionedConcurrentExecutions = fields.Whole("AllocatedProvisionedConcurrentExecutions", AllocatedProvisionedConcurrentExecutions);
        AvailableProvisionedConcurrentExecutions = fields.Whole("AvailableProvisionedConcurrentExecutions", AvailableProvisionedConcurrentExecutions);
        LastModified = fields.Text("LastModified", LastModified);
        RequestedProvisionedConcurrentExecutions = fields.Whole("RequestedProvisionedConcurrentExecutions", RequestedProvisionedConcurrentExecutions);
        Status = fields.Text("Status", Status);
        StatusReason = fields.Text("StatusReason", StatusReason);
    }

    private protected ProvisionedConcurrencyMembers()
    {
    }
}

public partial class PutProvisionedConcurrencyConfigRequest : AmazonLambdaRequest, IShape, IAddressed
{
    public string FunctionName { get; set; }

    public int? ProvisionedConcurrentExecutions { get; set; }

    public string Qualifier { get; set; }

    void IShape.Map(Fields fields) =>
        ProvisionedConcurrentExecutions = fields.Whole("ProvisionedConcurrentExecutions", ProvisionedConcurrentExecutions);

    void IAddressed.Address(IRequest request) => request.Path("FunctionName", FunctionName).Query("Qualifier", Qualifier);
}

public partial class PutProvisionedConcurrencyConfigResponse : ProvisionedConcurrencyMembers;

public partial class GetProvisionedConcurrencyConfigRequest : AmazonLambdaRequest, IAddressed
{
    public string FunctionName { get; set; }

    public string Qualifier { get; set; }

    void IAddressed.Address(IRequest request) => request.Path("FunctionName", FunctionName).Query("Qualifier", Qualifier);
}

public partial class GetProvisionedConcurrencyConfigResponse : ProvisionedConcurrencyMembers;

public partial class DeleteProvisionedConcurrencyConfigRequest : AmazonLambdaRequest, IAddressed
{
    public string FunctionName { get; set; }

    public string Qualifier { get; set; }

    void IAddressed.Address(IRequest request) => request.Path("FunctionName", FunctionName).Query("Qualifier", Qualifier);
}

public partial class DeleteProvisionedConcurrencyConfigResponse : AmazonWebServiceResponse;

public partial class GetFunctionConcurrencyRequest : AmazonLambdaRequest, IAddressed
{
    public string FunctionName { get; set; }

    void IAddressed.Address(IRequest request) => request.Path("FunctionName", FunctionName);
}

public partial class GetFunctionConcurrencyResponse : AmazonWebServiceResponse, IShape
{
    public int? ReservedConcurrentExecutions { get; set; }

    void IShape.Map(Fields fields) => ReservedConcurrentExecutions = fields.Whole("ReservedConcurrentExecutions", ReservedConcurrentExecutions);
}

public partial class ListProvisionedConcurrencyConfigsRequest : AmazonLambdaRequest, IAddressed
{
    public string FunctionName { get; set; }

    public string Marker { get; set; }

    public int? MaxItems { get; set; }

    void IAddressed.Address(IRequest request) => request
        .Path("FunctionName", FunctionName)
        .Query("List", "ALL")
        .Query("Marker", Marker)
        .Query("MaxItems", MaxItems?.ToString(CultureInfo.InvariantCulture));
}

public partial class ListProvisionedConcurrencyConfigsResponse : AmazonWebServiceResponse, IShape
{
    public string NextMarker { get; set; }

    public List<ProvisionedConcurrencyConfigListItem> ProvisionedConcurrencyConfigs { get; set; }

    void IShape.Map(Fields fields)
    {
        NextMarker = fields.Text("NextMarker", NextMarker);
        ProvisionedConcurrencyConfigs = fields.Objects("ProvisionedConcurrencyConfigs", ProvisionedConcurrencyConfigs);
    }
}

public partial class ProvisionedConcurrencyConfigListItem : IShape
{
    public int? AllocatedProvisionedConcurrentExecutions { get; set; }

    public int? AvailableProvisionedConcurrentExecutions { get; set; }

    public string FunctionArn { get; set; }

    public string LastModified { get; set; }

    public int? RequestedProvisionedConcurrentExecutions { get; set; }

    public ProvisionedConcurrencyStatusEnum Status { get; set; }

    public string StatusReason { get; set; }

    void IShape.Map(Fields fields)
    {
        AllocatedProvisionedConcurrentExecutions = fields.Whole("AllocatedProvisionedConcurrentExecutions", AllocatedProvisionedConcurrentExecutions);
        AvailableProvisionedConcurrentExecutions = fields.Whole("AvailableProvisionedConcurrentExecutions", AvailableProvisionedConcurrentExecutions);
        FunctionArn = fields.Text("FunctionArn", FunctionArn);
        LastModified = fields.Text("LastModified", LastModified);
        RequestedProvisionedConcurrentExecutions = fields.Whole("RequestedProvisionedConcurrentExecutions", RequestedProvisionedConcurrentExecutions);
        Status = fields.Text("Status", Status);
        StatusReason = fields.Text("StatusReason", StatusReason);
    }
}
