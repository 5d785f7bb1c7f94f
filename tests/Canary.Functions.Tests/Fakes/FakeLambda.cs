using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;

namespace Canary.Functions.Tests.Fakes;

/// <summary>
/// Lambda behind the adapters: keeps what it is asked, and plays the given answers, of which an exception is thrown.
/// </summary>
internal sealed class FakeLambda(params object[] answers)
    : AmazonLambdaClient(new AnonymousAWSCredentials(), new AmazonLambdaConfig { ServiceURL = "http://localhost" })
{
    private readonly Queue<object> _answers = new(answers);

    public List<AmazonWebServiceRequest> Requests { get; } = [];

    public override Task<GetAliasResponse> GetAliasAsync(
        GetAliasRequest request, CancellationToken cancellationToken = default) => Play<GetAliasResponse>(request);

    public override Task<UpdateAliasResponse> UpdateAliasAsync(
        UpdateAliasRequest request, CancellationToken cancellationToken = default) =>
        Play<UpdateAliasResponse>(request);

    public override Task<CreateAliasResponse> CreateAliasAsync(
        CreateAliasRequest request, CancellationToken cancellationToken = default) =>
        Play<CreateAliasResponse>(request);

    public override Task<GetFunctionResponse> GetFunctionAsync(
        GetFunctionRequest request, CancellationToken cancellationToken = default) =>
        Play<GetFunctionResponse>(request);

    public override Task<PublishVersionResponse> PublishVersionAsync(
        PublishVersionRequest request, CancellationToken cancellationToken = default) =>
        Play<PublishVersionResponse>(request);

    public override Task<ListEventSourceMappingsResponse> ListEventSourceMappingsAsync(
        ListEventSourceMappingsRequest request, CancellationToken cancellationToken = default) =>
        Play<ListEventSourceMappingsResponse>(request);

    public override Task<ListProvisionedConcurrencyConfigsResponse> ListProvisionedConcurrencyConfigsAsync(
        ListProvisionedConcurrencyConfigsRequest request, CancellationToken cancellationToken = default) =>
        Play<ListProvisionedConcurrencyConfigsResponse>(request);

    public override Task<GetProvisionedConcurrencyConfigResponse> GetProvisionedConcurrencyConfigAsync(
        GetProvisionedConcurrencyConfigRequest request, CancellationToken cancellationToken = default) =>
        Play<GetProvisionedConcurrencyConfigResponse>(request);

    public override Task<PutProvisionedConcurrencyConfigResponse> PutProvisionedConcurrencyConfigAsync(
        PutProvisionedConcurrencyConfigRequest request, CancellationToken cancellationToken = default) =>
        Play<PutProvisionedConcurrencyConfigResponse>(request);

    private Task<T> Play<T>(AmazonWebServiceRequest request)
    {
        Requests.Add(request);
        return _answers.Dequeue() is var answer && answer is Exception fault
            ? Task.FromException<T>(fault)
            : Task.FromResult((T)answer);
    }
}
