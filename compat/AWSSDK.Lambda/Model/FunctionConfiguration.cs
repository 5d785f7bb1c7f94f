using Amazon.Compat;

namespace Amazon.Lambda.Model;

/// <summary>The same members as <see cref="FunctionConfigurationMembers"/>, but no response: officially it is none.</summary>
public partial class FunctionConfiguration : IShape
{
    public List<string> Architectures { get; set; }

    public string CodeSha256 { get; set; }

    public long? CodeSize { get; set; }

    public DeadLetterConfig DeadLetterConfig { get; set; }

    public string Description { get; set; }

    public DurableConfig DurableConfig { get; set; }

    public EnvironmentResponse Environment { get; set; }

    public EphemeralStorage EphemeralStorage { get; set; }

    public string FunctionArn { get; set; }

    public string FunctionName { get; set; }

    public string Handler { get; set; }

    public string KMSKeyArn { get; set; }

    public string LastModified { get; set; }

    public LastUpdateStatus LastUpdateStatus { get; set; }

    public string LastUpdateStatusReason { get; set; }

    public LastUpdateStatusReasonCode LastUpdateStatusReasonCode { get; set; }

    public string MasterArn { get; set; }

    public int? MemorySize { get; set; }

    public PackageType PackageType { get; set; }

    public string RevisionId { get; set; }

    public string Role { get; set; }

    public Runtime Runtime { get; set; }

    public SnapStartResponse SnapStart { get; set; }

    public State State { get; set; }

    public string StateReason { get; set; }

    public StateReasonCode StateReasonCode { get; set; }

    public int? Timeout { get; set; }

    public string Version { get; set; }

    public VpcConfigDetail VpcConfig { get; set; }

    void IShape.Map(Fields fields)
    {
        Architectures = fields.Texts("Architectures", Architectures);
        CodeSha256 = fields.Text("CodeSha256", CodeSha256);
        CodeSize = fields.Long("CodeSize", CodeSize);
        DeadLetterConfig = fields.Object("DeadLetterConfig", DeadLetterConfig);
        Description = fields.Text("Description", Description);
        DurableConfig = fields.Object("DurableConfig", DurableConfig);
        Environment = fields.Object("Environment", Environment);
        EphemeralStorage = fields.Object("EphemeralStorage", EphemeralStorage);
        FunctionArn = fields.Text("FunctionArn", FunctionArn);
        FunctionName = fields.Text("FunctionName", FunctionName);
        Handler = fields.Text("Handler", Handler);
        KMSKeyArn = fields.Text("KMSKeyArn", KMSKeyArn);
        LastModified = fields.Text("LastModified", LastModified);
        LastUpdateStatus = fields.Text("LastUpdateStatus", LastUpdateStatus);
        LastUpdateStatusReason = fields.Text("LastUpdateStatusReason", LastUpdateStatusReason);
        LastUpdateStatusReasonCode = fields.Text("LastUpdateStatusReasonCode", LastUpdateStatusReasonCode);
        MasterArn = fields.Text("MasterArn", MasterArn);
        MemorySize = fields.Whole("MemorySize", MemorySize);
        PackageType = fields.Text("PackageType", PackageType);
        RevisionId = fields.Text("RevisionId", RevisionId);
        Role = fields.Text("Role", Role);
        Runtime = fields.Text("Runtime", Runtime);
        SnapStart = fields.Object("SnapStart", SnapStart);
        State = fields.Text("State", State);
        StateReason = fields.Text("StateReason", StateReason);
        StateReasonCode = fields.Text("StateReasonCode", StateReasonCode);
        Timeout = fields.Whole("Timeout", Timeout);
        Version = fields.Text("Version", Version);
        VpcConfig = fields.Object("VpcConfig", VpcConfig);
    }
}
