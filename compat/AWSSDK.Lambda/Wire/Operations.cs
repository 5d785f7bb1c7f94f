using Amazon.Compat;
using Amazon.Lambda.Model;

namespace Amazon.Lambda.Wire;

internal static class Operations
{
    private const string Functions = "/2015-03-31/functions";
    private const string Function = Functions + "/{FunctionName}";
    private const string Provisioned = "/2019-09-30/functions/{FunctionName}/provisioned-concurrency";
    private const string Alias = Function + "/aliases/{Name}";

    private static readonly LambdaProtocol s_lambda = new();

    public static readonly Operation<GetAliasResponse> GetAlias = new(s_lambda, "GET " + Alias);
    public static readonly Operation<UpdateAliasResponse> UpdateAlias = new(s_lambda, "PUT " + Alias);
    public static readonly Operation<DeleteAliasResponse> DeleteAlias = new(s_lambda, "DELETE " + Alias);
    public static readonly Operation<CreateAliasResponse> CreateAlias = new(s_lambda, "POST " + Function + "/aliases");
    public static readonly Operation<ListAliasesResponse> ListAliases = new(s_lambda, "GET " + Function + "/aliases");
    public static readonly Operation<PublishVersionResponse> PublishVersion = new(s_lambda, "POST " + Function + "/versions");
    public static readonly Operation<ListVersionsByFunctionResponse> ListVersionsByFunction = new(s_lambda, "GET " + Function + "/versions");
    public static readonly Operation<GetFunctionResponse> GetFunction = new(s_lambda, "GET " + Function);
    public static readonly Operation<CreateFunctionResponse> CreateFunction = new(s_lambda, "POST " + Functions);
    public static readonly Operation<GetFunctionConfigurationResponse> GetFunctionConfiguration = new(s_lambda, "GET " + Function + "/configuration");
    public static readonly Operation<UpdateFunctionConfigurationResponse> UpdateFunctionConfiguration = new(s_lambda, "PUT " + Function + "/configuration");
    public static readonly Operation<UpdateFunctionCodeResponse> UpdateFunctionCode = new(s_lambda, "PUT " + Function + "/code");
    public static readonly Operation<GetFunctionConcurrencyResponse> GetFunctionConcurrency =
        new(s_lambda, "GET /2019-09-30/functions/{FunctionName}/concurrency");
    public static readonly Operation<PutProvisionedConcurrencyConfigResponse> PutProvisionedConcurrencyConfig = new(s_lambda, "PUT " + Provisioned);
    public static readonly Operation<GetProvisionedConcurrencyConfigResponse> GetProvisionedConcurrencyConfig = new(s_lambda, "GET " + Provisioned);
    public static readonly Operation<ListProvisionedConcurrencyConfigsResponse> ListProvisionedConcurrencyConfigs = new(s_lambda, "GET " + Provisioned);
    public static readonly Operation<DeleteProvisionedConcurrencyConfigResponse> DeleteProvisionedConcurrencyConfig = new(s_lambda, "DELETE " + Provisioned);
    public static readonly Operation<ListEventSourceMappingsResponse> ListEventSourceMappings = new(s_lambda, "GET /2015-03-31/event-source-mappings");
    public static readonly Operation<InvokeResponse> Invoke = new(s_lambda, "POST " + Function + "/invocations");
}
