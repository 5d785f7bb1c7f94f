// Many types in one file, against the rule of one a file: these are names and nothing else, one a line. Without them a name of ours that is also one of
// the official package's would be clear here and ambiguous there. Whoever needs one of them gives it a file of its own, with its members.
namespace Amazon.Lambda.RuntimeSupport;

public abstract class HandlerWrapper;
public interface IEnvironmentVariables;
public interface IRuntimeApiClient;
public interface IRuntimeApiHeaders;
public class LambdaEnvironment;
public abstract class RuntimeApiClient;
public abstract class RuntimeApiClientException<TResult>() : RuntimeApiClientException("", 0, "");
public abstract class RuntimeSupportInitializer;
