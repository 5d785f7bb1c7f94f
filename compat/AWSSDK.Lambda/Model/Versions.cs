using System.Globalization;
using Amazon.Compat;
using Amazon.Lambda.Wire;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Lambda.Model;

public partial class PublishVersionRequest : AmazonLambdaRequest, IShape, IAddressed
{
    public string CodeSha256 { get; set; }

    public string Description { get; set; }

    public string FunctionName { get; set; }

    public string RevisionId { get; set; }

    void IShape.Map(Fields fields)
    {
        CodeSha256 = fields.Text("CodeSha256", CodeSha256);
        Description = fields.Text("Description", Description);
        RevisionId = fields.Text("RevisionId", RevisionId);
    }

    void IAddressed.Address(IRequest request) => request.Path("FunctionName", FunctionName);
}

public partial class PublishVersionResponse : FunctionConfigurationMembers;

public partial class ListVersionsByFunctionRequest : AmazonLambdaRequest, IAddressed
{
    public string FunctionName { get; set; }

    public string Marker { get; set; }

    public int? MaxItems { get; set; }

    void IAddressed.Address(IRequest request) => request
        .Path("FunctionName", FunctionName)
        .Query("Marker", Marker)
        .Query("MaxItems", MaxItems?.ToString(CultureInfo.InvariantCulture));
}

public partial class ListVersionsByFunctionResponse : AmazonWebServiceResponse, IShape
{
    public string NextMarker { get; set; }

    public List<FunctionConfiguration> Versions { get; set; }

    void IShape.Map(Fields fields)
    {
        NextMarker = fields.Text("NextMarker", NextMarker);
        Versions = fields.Objects("Versions", Versions);
    }
}
