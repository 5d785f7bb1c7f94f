using System.Globalization;
using Amazon.Compat;
using Amazon.Lambda.Wire;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Lambda.Model;

public partial class AliasRoutingConfiguration : IShape
{
    public Dictionary<string, double> AdditionalVersionWeights { get; set; }

    void IShape.Map(Fields fields) => AdditionalVersionWeights = fields.NumberMap("AdditionalVersionWeights", AdditionalVersionWeights);
}

public partial class GetAliasRequest : AmazonLambdaRequest, IAddressed
{
    public string FunctionName { get; set; }

    public string Name { get; set; }

    void IAddressed.Address(IRequest request) => request.Path("FunctionName", FunctionName).Path("Name", Name);
}

public partial class GetAliasResponse : AliasMembers;

public partial class UpdateAliasRequest : AmazonLambdaRequest, IShape, IAddressed
{
    public string Description { get; set; }

    public string FunctionName { get; set; }

    public string FunctionVersion { get; set; }

    public string Name { get; set; }

    public string RevisionId { get; set; }

    public AliasRoutingConfiguration RoutingConfig { get; set; }

    void IShape.Map(Fields fields)
    {
        Description = fields.Text("Description", Description);
        FunctionVersion = fields.Text("FunctionVersion", FunctionVersion);
        RevisionId = fields.Text("RevisionId", RevisionId);
        RoutingConfig = fields.Object("RoutingConfig", RoutingConfig);
    }

    void IAddressed.Address(IRequest request) => request.Path("FunctionName", FunctionName).Path("Name", Name);
}

public partial class UpdateAliasResponse : AliasMembers;

public partial class CreateAliasRequest : AmazonLambdaRequest, IShape, IAddressed
{
    public string Description { get; set; }

    public string FunctionName { get; set; }

    public string FunctionVersion { get; set; }

    public string Name { get; set; }

    public AliasRoutingConfiguration RoutingConfig { get; set; }

    void IShape.Map(Fields fields)
    {
        Description = fields.Text("Description", Description);
        FunctionVersion = fields.Text("FunctionVersion", FunctionVersion);
        Name = fields.Text("Name", Name);
        RoutingConfig = fields.Object("RoutingConfig", RoutingConfig);
    }

    void IAddressed.Address(IRequest request) => request.Path("FunctionName", FunctionName);
}

public partial class CreateAliasResponse : AliasMembers;

public partial class DeleteAliasRequest : AmazonLambdaRequest, IAddressed
{
    public string FunctionName { get; set; }

    public string Name { get; set; }

    void IAddressed.Address(IRequest request) => request.Path("FunctionName", FunctionName).Path("Name", Name);
}

public partial class DeleteAliasResponse : AmazonWebServiceResponse;

public partial class ListAliasesRequest : AmazonLambdaRequest, IAddressed
{
    public string FunctionName { get; set; }

    public string FunctionVersion { get; set; }

    public string Marker { get; set; }

    public int? MaxItems { get; set; }

    void IAddressed.Address(IRequest request) => request
        .Path("FunctionName", FunctionName)
        .Query("FunctionVersion", FunctionVersion)
        .Query("Marker", Marker)
        .Query("MaxItems", MaxItems?.ToString(CultureInfo.InvariantCulture));
}

public partial class ListAliasesResponse : AmazonWebServiceResponse, IShape
{
    public List<AliasConfiguration> Aliases { get; set; }

    public string NextMarker { get; set; }

    void IShape.Map(Fields fields)
    {
        Aliases = fields.Objects("Aliases", Aliases);
        NextMarker = fields.Text("NextMarker", NextMarker);
    }
}
