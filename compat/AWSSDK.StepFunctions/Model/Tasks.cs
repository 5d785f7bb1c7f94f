using Amazon.Compat;
using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

public partial class SendTaskSuccessRequest : AmazonStepFunctionsRequest, IShape
{
    public string Output { get; set; }

    public string TaskToken { get; set; }

    void IShape.Map(Fields fields)
    {
        Output = fields.Text("output", Output);
        TaskToken = fields.Text("taskToken", TaskToken);
    }
}

public partial class SendTaskSuccessResponse : AmazonWebServiceResponse;

public partial class SendTaskFailureRequest : AmazonStepFunctionsRequest, IShape
{
    public string Cause { get; set; }

    public string Error { get; set; }

    public string TaskToken { get; set; }

    void IShape.Map(Fields fields)
    {
        Cause = fields.Text("cause", Cause);
        Error = fields.Text("error", Error);
        TaskToken = fields.Text("taskToken", TaskToken);
    }
}

public partial class SendTaskFailureResponse : AmazonWebServiceResponse;
