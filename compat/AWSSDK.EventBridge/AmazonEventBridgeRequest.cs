using Amazon.Runtime;

namespace Amazon.EventBridge;

public partial class AmazonEventBridgeRequest : AmazonWebServiceRequest;
