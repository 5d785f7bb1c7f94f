// Many types in one file, against the rule of one a file: these are names and nothing else, one a line. Without them a name of ours that is also one of
// the official package's would be clear here and ambiguous there. Whoever needs one of them gives it a file of its own, with its members.
using Amazon.Runtime;

namespace Amazon.Lambda;

public class ApplicationLogLevel(string value) : ConstantClass(value);
public class Architecture(string value) : ConstantClass(value);
public class CapacityProviderPredefinedMetricType(string value) : ConstantClass(value);
public class CapacityProviderScalingMode(string value) : ConstantClass(value);
public class CapacityProviderState(string value) : ConstantClass(value);
public class CodeSigningPolicy(string value) : ConstantClass(value);
public class EndPointType(string value) : ConstantClass(value);
public class EventSourceMappingMetric(string value) : ConstantClass(value);
public class EventSourceMappingSystemLogLevel(string value) : ConstantClass(value);
public class EventSourcePosition(string value) : ConstantClass(value);
public class EventType(string value) : ConstantClass(value);
public class ExecutionStatus(string value) : ConstantClass(value);
public class FullDocument(string value) : ConstantClass(value);
public class FunctionResponseType(string value) : ConstantClass(value);
public class FunctionUrlAuthType(string value) : ConstantClass(value);
public class FunctionVersion(string value) : ConstantClass(value);
public class FunctionVersionLatestPublished(string value) : ConstantClass(value);
public class InvokeMode(string value) : ConstantClass(value);
public class KafkaSchemaRegistryAuthType(string value) : ConstantClass(value);
public class KafkaSchemaValidationAttribute(string value) : ConstantClass(value);
public class LogFormat(string value) : ConstantClass(value);
public class OperationAction(string value) : ConstantClass(value);
public class OperationStatus(string value) : ConstantClass(value);
public class OperationType(string value) : ConstantClass(value);
public class RecursiveLoop(string value) : ConstantClass(value);
public class ResponseStreamingInvocationType(string value) : ConstantClass(value);
public class SchemaRegistryEventRecordFormat(string value) : ConstantClass(value);
public class SourceAccessType(string value) : ConstantClass(value);
public class SystemLogLevel(string value) : ConstantClass(value);
public class TenantIsolationMode(string value) : ConstantClass(value);
public class TracingMode(string value) : ConstantClass(value);
public class UpdateRuntimeOn(string value) : ConstantClass(value);
