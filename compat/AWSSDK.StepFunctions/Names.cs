// Many types in one file, against the rule of one a file: these are names and nothing else, one a line. Without them a name of ours that is also one of
// the official package's would be clear here and ambiguous there. Whoever needs one of them gives it a file of its own, with its members.
using Amazon.Runtime;

namespace Amazon.StepFunctions;

public class EncryptionType(string value) : ConstantClass(value);
public class InspectionLevel(string value) : ConstantClass(value);
public class KmsKeyState(string value) : ConstantClass(value);
public class LogLevel(string value) : ConstantClass(value);
public class MapRunStatus(string value) : ConstantClass(value);
public class MockResponseValidationMode(string value) : ConstantClass(value);
public class SyncExecutionStatus(string value) : ConstantClass(value);
public class TestExecutionStatus(string value) : ConstantClass(value);
public class ValidateStateMachineDefinitionResultCode(string value) : ConstantClass(value);
public class ValidateStateMachineDefinitionSeverity(string value) : ConstantClass(value);
