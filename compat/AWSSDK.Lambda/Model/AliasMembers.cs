using System.ComponentModel;
using Amazon.Compat;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>Not in the official package, which repeats these members in each class: do not name it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class AliasMembers : AmazonWebServiceResponse, IShape
{
    public string AliasArn { get; set; }

    public string Description { get; set; }

    public string FunctionVersion { get; set; }

    public string Name { get; set; }

    public string RevisionId { get; set; }

    public AliasRoutingConfiguration RoutingConfig { get; set; }

    void IShape.Map(Fields fields)
    {
        AliasArn = fields.Text("AliasArn", AliasArn);
        Description = fields.Text("Description", Description);
        FunctionVersion = fields.Text("FunctionVersion", FunctionVersion);
        Name = fields.Text("Name", Name);
        RevisionId = fields.Text("RevisionId", RevisionId);
        RoutingConfig = fields.Object("RoutingConfig", RoutingConfig);
    }

    private protected AliasMembers()
    {
    }
}
