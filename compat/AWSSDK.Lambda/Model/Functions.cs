using Amazon.Compat;
using Amazon.Lambda.Wire;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Lambda.Model;

public partial class GetFunctionRequest : AmazonLambdaRequest, IAddressed
{
    public string FunctionName { get; set; }

    public string Qualifier { get; set; }

    void IAddressed.Address(IRequest request) => request.Path("FunctionName", FunctionName).Query("Qualifier", Qualifier);
}

public partial class GetFunctionResponse : AmazonWebServiceResponse, IShape
{
    public FunctionCodeLocation Code { get; set; }

    public Concurrency Concurrency { get; set; }

    public FunctionConfiguration Configuration { get; set; }

    public Dictionary<string, string> Tags { get; set; }

    void IShape.Map(Fields fields)
    {
        Code = fields.Object("Code", Code);
        Concurrency = fields.Object("Concurrency", Concurrency);
        Configuration = fields.Object("Configuration", Configuration);
        Tags = fields.TextMap("Tags", Tags);
    }
}

public partial class FunctionCodeLocation : IShape
{
    public string ImageUri { get; set; }

    public string Location { get; set; }

    public string RepositoryType { get; set; }

    public string ResolvedImageUri { get; set; }

    public string SourceKMSKeyArn { get; set; }

    void IShape.Map(Fields fields)
    {
        ImageUri = fields.Text("ImageUri", ImageUri);
        Location = fields.Text("Location", Location);
        RepositoryType = fields.Text("RepositoryType", RepositoryType);
        ResolvedImageUri = fields.Text("ResolvedImageUri", ResolvedImageUri);
        SourceKMSKeyArn = fields.Text("SourceKMSKeyArn", SourceKMSKeyArn);
    }
}

public partial class Concurrency : IShape
{
    public int? ReservedConcurrentExecutions { get; set; }

    void IShape.Map(Fields fields) => ReservedConcurrentExecutions = fields.Whole("ReservedConcurrentExecutions", ReservedConcurrentExecutions);
}

public partial class GetFunctionConfigurationRequest : AmazonLambdaRequest, IAddressed
{
    public string FunctionName { get; set; }

    public string Qualifier { get; set; }

    void IAddressed.Address(IRequest request) => request.Path("FunctionName", FunctionName).Query("Qualifier", Qualifier);
}

public partial class GetFunctionConfigurationResponse : FunctionConfigurationMembers;

public partial class UpdateFunctionConfigurationRequest : AmazonLambdaRequest, IShape, IAddressed
{
    public DeadLetterConfig DeadLetterConfig { get; set; }

    public string Description { get; set; }

    public Environment Environment { get; set; }

    public EphemeralStorage EphemeralStorage { get; set; }

    public string FunctionName { get; set; }

    public string Handler { get; set; }

    public string KMSKeyArn { get; set; }

    public int? MemorySize { get; set; }

    public string RevisionId { get; set; }

    public string Role { get; set; }

    public Runtime Runtime { get; set; }

    public SnapStart SnapStart { get; set; }

    public int? Timeout { get; set; }

    void IShape.Map(Fields fields)
    {
        DeadLetterConfig = fields.Object("DeadLetterConfig", DeadLetterConfig);
        Description = fields.Text("Description", Description);
        Environment = fields.Object("Environment", Environment);
        EphemeralStorage = fields.Object("EphemeralStorage", EphemeralStorage);
        Handler = fields.Text("Handler", Handler);
        KMSKeyArn = fields.Text("KMSKeyArn", KMSKeyArn);
        MemorySize = fields.Whole("MemorySize", MemorySize);
        RevisionId = fields.Text("RevisionId", RevisionId);
        Role = fields.Text("Role", Role);
        Runtime = fields.Text("Runtime", Runtime);
        SnapStart = fields.Object("SnapStart", SnapStart);
        Timeout = fields.Whole("Timeout", Timeout);
    }

    void IAddressed.Address(IRequest request) => request.Path("FunctionName", FunctionName);
}

public partial class UpdateFunctionConfigurationResponse : FunctionConfigurationMembers;
