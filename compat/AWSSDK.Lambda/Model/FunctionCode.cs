using Amazon.Compat;
using Amazon.Lambda.Wire;
using Amazon.Runtime.Internal;

namespace Amazon.Lambda.Model;

public partial class FunctionCode : IShape
{
    public string ImageUri { get; set; }

    public string S3Bucket { get; set; }

    public string S3Key { get; set; }

    public string S3ObjectVersion { get; set; }

    public MemoryStream ZipFile { get; set; }

    void IShape.Map(Fields fields)
    {
        ImageUri = fields.Text("ImageUri", ImageUri);
        S3Bucket = fields.Text("S3Bucket", S3Bucket);
        S3Key = fields.Text("S3Key", S3Key);
        S3ObjectVersion = fields.Text("S3ObjectVersion", S3ObjectVersion);
        ZipFile = fields.Bytes("ZipFile", ZipFile);
    }
}

public partial class CreateFunctionRequest : AmazonLambdaRequest, IShape
{
    public List<string> Architectures { get; set; }

    public FunctionCode Code { get; set; }

    public DeadLetterConfig DeadLetterConfig { get; set; }

    public string Description { get; set; }

    public Environment Environment { get; set; }

    public EphemeralStorage EphemeralStorage { get; set; }

    public string FunctionName { get; set; }

    public string Handler { get; set; }

    public string KMSKeyArn { get; set; }

    public int? MemorySize { get; set; }

    public PackageType PackageType { get; set; }

    public bool? Publish { get; set; }

    public string Role { get; set; }

    public Runtime Runtime { get; set; }

    public SnapStart SnapStart { get; set; }

    public Dictionary<string, string> Tags { get; set; }

    public int? Timeout { get; set; }

    void IShape.Map(Fields fields)
    {
        Architectures = fields.Texts("Architectures", Architectures);
        Code = fields.Object("Code", Code);
        DeadLetterConfig = fields.Object("DeadLetterConfig", DeadLetterConfig);
        Description = fields.Text("Description", Description);
        Environment = fields.Object("Environment", Environment);
        EphemeralStorage = fields.Object("EphemeralStorage", EphemeralStorage);
        FunctionName = fields.Text("FunctionName", FunctionName);
        Handler = fields.Text("Handler", Handler);
        KMSKeyArn = fields.Text("KMSKeyArn", KMSKeyArn);
        MemorySize = fields.Whole("MemorySize", MemorySize);
        PackageType = fields.Text("PackageType", PackageType);
        Publish = fields.Flag("Publish", Publish);
        Role = fields.Text("Role", Role);
        Runtime = fields.Text("Runtime", Runtime);
        SnapStart = fields.Object("SnapStart", SnapStart);
        Tags = fields.TextMap("Tags", Tags);
        Timeout = fields.Whole("Timeout", Timeout);
    }
}

public partial class CreateFunctionResponse : FunctionConfigurationMembers;

public partial class UpdateFunctionCodeRequest : AmazonLambdaRequest, IShape, IAddressed
{
    public List<string> Architectures { get; set; }

    public bool? DryRun { get; set; }

    public string FunctionName { get; set; }

    public string ImageUri { get; set; }

    public bool? Publish { get; set; }

    public string RevisionId { get; set; }

    public string S3Bucket { get; set; }

    public string S3Key { get; set; }

    public string S3ObjectVersion { get; set; }

    public MemoryStream ZipFile { get; set; }

    void IShape.Map(Fields fields)
    {
        Architectures = fields.Texts("Architectures", Architectures);
        DryRun = fields.Flag("DryRun", DryRun);
        ImageUri = fields.Text("ImageUri", ImageUri);
        Publish = fields.Flag("Publish", Publish);
        RevisionId = fields.Text("RevisionId", RevisionId);
        S3Bucket = fields.Text("S3Bucket", S3Bucket);
        S3Key = fields.Text("S3Key", S3Key);
        S3ObjectVersion = fields.Text("S3ObjectVersion", S3ObjectVersion);
        ZipFile = fields.Bytes("ZipFile", ZipFile);
    }

    void IAddressed.Address(IRequest request) => request.Path("FunctionName", FunctionName);
}

public partial class UpdateFunctionCodeResponse : FunctionConfigurationMembers;
