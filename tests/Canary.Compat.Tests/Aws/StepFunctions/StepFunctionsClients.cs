using Amazon.Runtime;
using Amazon.StepFunctions;

namespace Canary.Compat.Tests.Aws.StepFunctions;

internal static class StepFunctionsClients
{
    public static AmazonStepFunctionsClient StepFunctions(this FakeService service, int retries = 0) => new(
        new BasicAWSCredentials("AKIDEXAMPLE", "secret"),
        new AmazonStepFunctionsConfig { ServiceURL = service.Url, AuthenticationRegion = "eu-west-1", MaxErrorRetry = retries });

    public static Answer Error(string type, string message, int status = 400, string more = "") =>
        Answer.Json($$"""{"__type":"com.amazonaws.swf.service.v2.model#{{type}}","message":"{{message}}"{{more}}}""", status);
}
