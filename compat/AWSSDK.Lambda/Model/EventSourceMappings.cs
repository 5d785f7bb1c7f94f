using System.Globalization;
using Amazon.Compat;
using Amazon.Lambda.Wire;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Lambda.Model;

public partial class ListEventSourceMappingsRequest : AmazonLambdaRequest, IAddressed
{
    public string EventSourceArn { get; set; }

    public string FunctionName { get; set; }

    public string Marker { get; set; }

    public int? MaxItems { get; set; }

    void IAddressed.Address(IRequest request) => request
        .Query("EventSourceArn", EventSourceArn)
        .Query("FunctionName", FunctionName)
        .Query("Marker", Marker)
        .Query("MaxItems", MaxItems?.ToString(CultureInfo.InvariantCulture));
}

public partial class ListEventSourceMappingsResponse : AmazonWebServiceResponse, IShape
{
    public List<EventSourceMappingConfiguration> EventSourceMappings { get; set; }

    public string NextMarker { get; set; }

    void IShape.Map(Fields fields)
    {
        EventSourceMappings = fields.Objects("EventSourceMappings", EventSourceMappings);
        NextMarker = fields.Text("NextMarker", NextMarker);
    }
}

public partial class EventSourceMappingConfiguration : IShape
{
    public int? BatchSize { get; set; }

    public bool? BisectBatchOnFunctionError { get; set; }

    public DestinationConfig DestinationConfig { get; set; }

    public string EventSourceArn { get; set; }

    public string EventSourceMappingArn { get; set; }

    public string FunctionArn { get; set; }

    public List<string> FunctionResponseTypes { get; set; }

    public int? MaximumBatchingWindowInSeconds { get; set; }

    public int? MaximumRecordAgeInSeconds { get; set; }

    public int? MaximumRetryAttempts { get; set; }

    public string State { get; set; }

    public List<string> Topics { get; set; }

    public int? TumblingWindowInSeconds { get; set; }

    public string UUID { get; set; }

    void IShape.Map(Fields fields)
    {
        BatchSize = fields.Whole("BatchSize", BatchSize);
        BisectBatchOnFunctionError = fields.Flag("BisectBatchOnFunctionError", BisectBatchOnFunctionError);
        DestinationConfig = fields.Object("DestinationConfig", DestinationConfig);
        EventSourceArn = fields.Text("EventSourceArn", EventSourceArn);
        EventSourceMappingArn = fields.Text("EventSourceMappingArn", EventSourceMappingArn);
        FunctionArn = fields.Text("FunctionArn", FunctionArn);
        FunctionResponseTypes = fields.Texts("FunctionResponseTypes", FunctionResponseTypes);
        MaximumBatchingWindowInSeconds = fields.Whole("MaximumBatchingWindowInSeconds", MaximumBatchingWindowInSeconds);
        MaximumRecordAgeInSeconds = fields.Whole("MaximumRecordAgeInSeconds", MaximumRecordAgeInSeconds);
        MaximumRetryAttempts = fields.Whole("MaximumRetryAttempts", MaximumRetryAttempts);
        State = fields.Text("State", State);
        Topics = fields.Texts("Topics", Topics);
        TumblingWindowInSeconds = fields.Whole("TumblingWindowInSeconds", TumblingWindowInSeconds);
        UUID = fields.Text("UUID", UUID);
    }
}

public partial class DestinationConfig : IShape
{
    public OnFailure OnFailure { get; set; }

    public OnSuccess OnSuccess { get; set; }

    void IShape.Map(Fields fields)
    {
        OnFailure = fields.Object("OnFailure", OnFailure);
        OnSuccess = fields.Object("OnSuccess", OnSuccess);
    }
}

public partial class OnFailure : IShape
{
    public string Destination { get; set; }

    void IShape.Map(Fields fields) => Destination = fields.Text("Destination", Destination);
}

public partial class OnSuccess : IShape
{
    public string Destination { get; set; }

    void IShape.Map(Fields fields) => Destination = fields.Text("Destination", Destination);
}
