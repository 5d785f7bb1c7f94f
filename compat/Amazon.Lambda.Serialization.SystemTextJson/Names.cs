// Many types in one file, against the rule of one a file: these are names and nothing else, one a line. Without them a name of ours that is also one of
// the official package's would be clear here and ambiguous there. Whoever needs one of them gives it a file of its own, with its members.
namespace Amazon.Lambda.Serialization.SystemTextJson;

public abstract class CamelCaseLambdaJsonSerializer : DefaultLambdaJsonSerializer;
public abstract class DefaultLambdaJsonSerializer() : AbstractLambdaJsonSerializer(null);
public class LambdaJsonSerializer;
