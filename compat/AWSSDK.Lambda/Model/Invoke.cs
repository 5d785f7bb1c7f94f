using System.Globalization;
using System.Text;
using Amazon.Compat;
using Amazon.Lambda.Wire;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Lambda.Model;

public partial class InvokeRequest : AmazonLambdaRequest, IAddressed
{
    public string FunctionName { get; set; }

    public InvocationType InvocationType { get; set; }

    public LogType LogType { get; set; }

    public MemoryStream PayloadStream { get; set; }

    /// <summary>The text of <see cref="PayloadStream"/>: the two are one value.</summary>
    public string Payload
    {
        get => PayloadStream is null ? null : Encoding.UTF8.GetString(PayloadStream.ToArray());
        set => PayloadStream = value is null ? null : new MemoryStream(Encoding.UTF8.GetBytes(value));
    }

    public string Qualifier { get; set; }

    void IAddressed.Address(IRequest request)
    {
        request.Path("FunctionName", FunctionName)
            .Query("Qualifier", Qualifier)
            .Header("X-Amz-Invocation-Type", InvocationType)
            .Header("X-Amz-Log-Type", LogType);
        request.ContentStream = PayloadStream ?? new MemoryStream();
        request.ContentStream.Position = 0;
        request.Headers["Content-Length"] = request.ContentStream.Length.ToString(CultureInfo.InvariantCulture);
        request.Headers["Content-Type"] = "binary/octet-stream";
    }
}

public partial class InvokeResponse : AmazonWebServiceResponse, IAnswer
{
    public string ExecutedVersion { get; set; }

    public string FunctionError { get; set; }

    public string LogResult { get; set; }

    public MemoryStream Payload { get; set; }

    public int? StatusCode { get; set; }

    void IAnswer.Take(IWebResponseData headers, MemoryStream body)
    {
        ExecutedVersion = Header(headers, "X-Amz-Executed-Version");
        FunctionError = Header(headers, "X-Amz-Function-Error");
        LogResult = Header(headers, "X-Amz-Log-Result");
        Payload = body;
        StatusCode = (int)headers.StatusCode;
    }

    private static string Header(IWebResponseData headers, string name) => headers.IsHeaderPresent(name) ? headers.GetHeaderValue(name) : null;
}
