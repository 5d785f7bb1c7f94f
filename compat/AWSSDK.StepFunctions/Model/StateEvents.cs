using Amazon.Compat;

namespace Amazon.StepFunctions.Model;

public partial class StateEnteredEventDetails : IShape
{
    public string Input { get; set; }

    public HistoryEventExecutionDataDetails InputDetails { get; set; }

    public string Name { get; set; }

    void IShape.Map(Fields fields)
    {
        Input = fields.Text("input", Input);
        InputDetails = fields.Object("inputDetails", InputDetails);
        Name = fields.Text("name", Name);
    }
}

public partial class StateExitedEventDetails : IShape
{
    public string Name { get; set; }

    public string Output { get; set; }

    public HistoryEventExecutionDataDetails OutputDetails { get; set; }

    void IShape.Map(Fields fields)
    {
        Name = fields.Text("name", Name);
        Output = fields.Text("output", Output);
        OutputDetails = fields.Object("outputDetails", OutputDetails);
    }
}

public partial class EvaluationFailedEventDetails : IShape
{
    public string Cause { get; set; }

    public string Error { get; set; }

    public string Location { get; set; }

    public string State { get; set; }

    void IShape.Map(Fields fields)
    {
        Cause = fields.Text("cause", Cause);
        Error = fields.Text("error", Error);
        Location = fields.Text("location", Location);
        State = fields.Text("state", State);
    }
}
