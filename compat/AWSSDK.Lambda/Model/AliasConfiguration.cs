using Amazon.Compat;

namespace Amazon.Lambda.Model;

/// <summary>The same members as <see cref="AliasMembers"/>, but no response: officially it is none.</summary>
public partial class AliasConfiguration : IShape
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
}
