using Amazon.Compat;

namespace Amazon.StepFunctions.Model;

public partial class LambdaFunctionFailedEventDetails : IShape
{
    public string Cause { get; set; }

    public string Error { get; set; }

    void IShape.Map(Fields fields)
    {
        Cause = fields.Text("cause", Cause);
        Error = fields.Text("error", Error);
    }
}

public partial class LambdaFunctionScheduleFailedEventDetails : IShape
{
    public string Cause { get; set; }

    public string Error { get; set; }

    void IShape.Map(Fields fields)
    {
        Cause = fields.Text("cause", Cause);
        Error = fields.Text("error", Error);
    }
}

public partial class LambdaFunctionScheduledEventDetails : IShape
{
    public string Input { get; set; }

    public HistoryEventExecutionDataDetails InputDetails { get; set; }

    public string Resource { get; set; }

    public long? TimeoutInSeconds { get; set; }

    void IShape.Map(Fields fields)
    {
        Input = fields.Text("input", Input);
        InputDetails = fields.Object("inputDetails", InputDetails);
        Resource = fields.Text("resource", Resource);
        TimeoutInSeconds = fields.Long("timeoutInSeconds", TimeoutInSeconds);
    }
}

public partial class LambdaFunctionStartFailedEventDetails : IShape
{
    public string Cause { get; set; }

    public string Error { get; set; }

    void IShape.Map(Fields fields)
    {
        Cause = fields.Text("cause", Cause);
        Error = fields.Text("error", Error);
    }
}

public partial class LambdaFunctionSucceededEventDetails : IShape
{
    public string Output { get; set; }

    public HistoryEventExecutionDataDetails OutputDetails { get; set; }

    void IShape.Map(Fields fields)
    {
        Output = fields.Text("output", Output);
        OutputDetails = fields.Object("outputDetails", OutputDetails);
    }
}

public partial class LambdaFunctionTimedOutEventDetails : IShape
{
    public string Cause { get; set; }

    public string Error { get; set; }

    void IShape.Map(Fields fields)
    {
        Cause = fields.Text("cause", Cause);
        Error = fields.Text("error", Error);
    }
}
