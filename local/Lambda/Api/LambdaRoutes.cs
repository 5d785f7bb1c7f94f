using Microsoft.AspNetCore.Http;

namespace Canary.Local.Lambda.Api;

/// <summary>
/// All the operations of Lambda's API by their route (botocore's service model), so that one that is not supported is refused by
/// its name.
/// </summary>
internal static class LambdaRoutes
{
    private static readonly (string Name, string Method, string[] Template)[] All =
    [
        Route("AddLayerVersionPermission", "POST", "/2018-10-31/layers/{LayerName}/versions/{VersionNumber}/policy"),
        Route("AddPermission", "POST", "/2015-03-31/functions/{FunctionName}/policy"),
        Route("CheckpointDurableExecution", "POST", "/2025-12-01/durable-executions/{DurableExecutionArn}/checkpoint"),
        Route("CreateAlias", "POST", "/2015-03-31/functions/{FunctionName}/aliases"),
        Route("CreateCapacityProvider", "POST", "/2025-11-30/capacity-providers"),
        Route("CreateCodeSigningConfig", "POST", "/2020-04-22/code-signing-configs"),
        Route("CreateEventSourceMapping", "POST", "/2015-03-31/event-source-mappings"),
        Route("CreateFunction", "POST", "/2015-03-31/functions"),
        Route("CreateFunctionUrlConfig", "POST", "/2021-10-31/functions/{FunctionName}/url"),
        Route("DeleteAlias", "DELETE", "/2015-03-31/functions/{FunctionName}/aliases/{Name}"),
        Route("DeleteCapacityProvider", "DELETE", "/2025-11-30/capacity-providers/{CapacityProviderName}"),
        Route("DeleteCodeSigningConfig", "DELETE", "/2020-04-22/code-signing-configs/{CodeSigningConfigArn}"),
        Route("DeleteEventSourceMapping", "DELETE", "/2015-03-31/event-source-mappings/{UUID}"),
        Route("DeleteFunction", "DELETE", "/2015-03-31/functions/{FunctionName}"),
        Route("DeleteFunctionCodeSigningConfig", "DELETE", "/2020-06-30/functions/{FunctionName}/code-signing-config"),
        Route("DeleteFunctionConcurrency", "DELETE", "/2017-10-31/functions/{FunctionName}/concurrency"),
        Route("DeleteFunctionEventInvokeConfig", "DELETE", "/2019-09-25/functions/{FunctionName}/event-invoke-config"),
        Route("DeleteFunctionUrlConfig", "DELETE", "/2021-10-31/functions/{FunctionName}/url"),
        Route("DeleteLayerVersion", "DELETE", "/2018-10-31/layers/{LayerName}/versions/{VersionNumber}"),
        Route("DeleteProvisionedConcurrencyConfig", "DELETE", "/2019-09-30/functions/{FunctionName}/provisioned-concurrency"),
        Route("GetAccountSettings", "GET", "/2016-08-19/account-settings"),
        Route("GetAlias", "GET", "/2015-03-31/functions/{FunctionName}/aliases/{Name}"),
        Route("GetCapacityProvider", "GET", "/2025-11-30/capacity-providers/{CapacityProviderName}"),
        Route("GetCodeSigningConfig", "GET", "/2020-04-22/code-signing-configs/{CodeSigningConfigArn}"),
        Route("GetDurableExecution", "GET", "/2025-12-01/durable-executions/{DurableExecutionArn}"),
        Route("GetDurableExecutionHistory", "GET", "/2025-12-01/durable-executions/{DurableExecutionArn}/history"),
        Route("GetDurableExecutionState", "GET", "/2025-12-01/durable-executions/{DurableExecutionArn}/state"),
        Route("GetEventSourceMapping", "GET", "/2015-03-31/event-source-mappings/{UUID}"),
        Route("GetFunction", "GET", "/2015-03-31/functions/{FunctionName}"),
        Route("GetFunctionCodeSigningConfig", "GET", "/2020-06-30/functions/{FunctionName}/code-signing-config"),
        Route("GetFunctionConcurrency", "GET", "/2019-09-30/functions/{FunctionName}/concurrency"),
        Route("GetFunctionConfiguration", "GET", "/2015-03-31/functions/{FunctionName}/configuration"),
        Route("GetFunctionEventInvokeConfig", "GET", "/2019-09-25/functions/{FunctionName}/event-invoke-config"),
        Route("GetFunctionRecursionConfig", "GET", "/2024-08-31/functions/{FunctionName}/recursion-config"),
        Route("GetFunctionScalingConfig", "GET", "/2025-11-30/functions/{FunctionName}/function-scaling-config"),
        Route("GetFunctionUrlConfig", "GET", "/2021-10-31/functions/{FunctionName}/url"),
        Route("GetLayerVersion", "GET", "/2018-10-31/layers/{LayerName}/versions/{VersionNumber}"),
        Route("ListLayers", "GET", "/2018-10-31/layers"),
        Route("GetLayerVersionPolicy", "GET", "/2018-10-31/layers/{LayerName}/versions/{VersionNumber}/policy"),
        Route("GetPolicy", "GET", "/2015-03-31/functions/{FunctionName}/policy"),
        Route("GetProvisionedConcurrencyConfig", "GET", "/2019-09-30/functions/{FunctionName}/provisioned-concurrency"),
        Route("GetRuntimeManagementConfig", "GET", "/2021-07-20/functions/{FunctionName}/runtime-management-config"),
        Route("Invoke", "POST", "/2015-03-31/functions/{FunctionName}/invocations"),
        Route("InvokeAsync", "POST", "/2014-11-13/functions/{FunctionName}/invoke-async"),
        Route("InvokeWithResponseStream", "POST", "/2021-11-15/functions/{FunctionName}/response-streaming-invocations"),
        Route("ListAliases", "GET", "/2015-03-31/functions/{FunctionName}/aliases"),
        Route("ListCapacityProviders", "GET", "/2025-11-30/capacity-providers"),
        Route("ListCodeSigningConfigs", "GET", "/2020-04-22/code-signing-configs"),
        Route("ListDurableExecutionsByFunction", "GET", "/2025-12-01/functions/{FunctionName}/durable-executions"),
        Route("ListEventSourceMappings", "GET", "/2015-03-31/event-source-mappings"),
        Route("ListFunctionEventInvokeConfigs", "GET", "/2019-09-25/functions/{FunctionName}/event-invoke-config/list"),
        Route("ListFunctionUrlConfigs", "GET", "/2021-10-31/functions/{FunctionName}/urls"),
        Route(
            "ListFunctionVersionsByCapacityProvider",
            "GET",
            "/2025-11-30/capacity-providers/{CapacityProviderName}/function-versions"),
        Route("ListFunctions", "GET", "/2015-03-31/functions"),
        Route("ListFunctionsByCodeSigningConfig", "GET", "/2020-04-22/code-signing-configs/{CodeSigningConfigArn}/functions"),
        Route("ListLayerVersions", "GET", "/2018-10-31/layers/{LayerName}/versions"),
        Route("ListTags", "GET", "/2017-03-31/tags/{Resource}"),
        Route("ListVersionsByFunction", "GET", "/2015-03-31/functions/{FunctionName}/versions"),
        Route("PublishLayerVersion", "POST", "/2018-10-31/layers/{LayerName}/versions"),
        Route("PublishVersion", "POST", "/2015-03-31/functions/{FunctionName}/versions"),
        Route("PutFunctionCodeSigningConfig", "PUT", "/2020-06-30/functions/{FunctionName}/code-signing-config"),
        Route("PutFunctionConcurrency", "PUT", "/2017-10-31/functions/{FunctionName}/concurrency"),
        Route("PutFunctionEventInvokeConfig", "PUT", "/2019-09-25/functions/{FunctionName}/event-invoke-config"),
        Route("PutFunctionRecursionConfig", "PUT", "/2024-08-31/functions/{FunctionName}/recursion-config"),
        Route("PutFunctionScalingConfig", "PUT", "/2025-11-30/functions/{FunctionName}/function-scaling-config"),
        Route("PutProvisionedConcurrencyConfig", "PUT", "/2019-09-30/functions/{FunctionName}/provisioned-concurrency"),
        Route("PutRuntimeManagementConfig", "PUT", "/2021-07-20/functions/{FunctionName}/runtime-management-config"),
        Route(
            "RemoveLayerVersionPermission",
            "DELETE",
            "/2018-10-31/layers/{LayerName}/versions/{VersionNumber}/policy/{StatementId}"),
        Route("RemovePermission", "DELETE", "/2015-03-31/functions/{FunctionName}/policy/{StatementId}"),
        Route("SendDurableExecutionCallbackFailure", "POST", "/2025-12-01/durable-execution-callbacks/{CallbackId}/fail"),
        Route("SendDurableExecutionCallbackHeartbeat", "POST", "/2025-12-01/durable-execution-callbacks/{CallbackId}/heartbeat"),
        Route("SendDurableExecutionCallbackSuccess", "POST", "/2025-12-01/durable-execution-callbacks/{CallbackId}/succeed"),
        Route("StopDurableExecution", "POST", "/2025-12-01/durable-executions/{DurableExecutionArn}/stop"),
        Route("TagResource", "POST", "/2017-03-31/tags/{Resource}"),
        Route("UntagResource", "DELETE", "/2017-03-31/tags/{Resource}"),
        Route("UpdateAlias", "PUT", "/2015-03-31/functions/{FunctionName}/aliases/{Name}"),
        Route("UpdateCapacityProvider", "PUT", "/2025-11-30/capacity-providers/{CapacityProviderName}"),
        Route("UpdateCodeSigningConfig", "PUT", "/2020-04-22/code-signing-configs/{CodeSigningConfigArn}"),
        Route("UpdateEventSourceMapping", "PUT", "/2015-03-31/event-source-mappings/{UUID}"),
        Route("UpdateFunctionCode", "PUT", "/2015-03-31/functions/{FunctionName}/code"),
        Route("UpdateFunctionConfiguration", "PUT", "/2015-03-31/functions/{FunctionName}/configuration"),
        Route("UpdateFunctionEventInvokeConfig", "POST", "/2019-09-25/functions/{FunctionName}/event-invoke-config"),
        Route("UpdateFunctionUrlConfig", "PUT", "/2021-10-31/functions/{FunctionName}/url"),
    ];

    /// <summary>
    /// The operation that a request is for, with what stands for the names in its route; null if Lambda has none there.
    /// </summary>
    public static (string Name, IReadOnlyDictionary<string, string> Values)? Find(HttpRequest request)
    {
        var parts = (request.Path.Value ?? "").Trim('/').Split('/');
        foreach (var (name, verb, template) in All)
        {
            if (verb == request.Method && Values(template, parts) is { } values) return (Narrowed(name, request), values);
        }
        return null;
    }

    /// <summary>Two operations share a path: only the query tells them apart.</summary>
    private static string Narrowed(string operation, HttpRequest request) =>
        operation == "GetProvisionedConcurrencyConfig" && request.Query["List"] == "ALL"
            ? "ListProvisionedConcurrencyConfigs"
            : operation;

    private static (string Name, string Method, string[] Template) Route(string name, string method, string template) =>
        (name, method, template.Trim('/').Split('/'));

    private static Dictionary<string, string>? Values(string[] template, string[] parts)
    {
        if (template.Length != parts.Length) return null;
        for (var i = 0; i < parts.Length; i++)
        {
            if (template[i][0] != '{' && template[i] != parts[i]) return null;
        }
        var named = template.Zip(parts).Where(part => part.First[0] == '{');
        return named.ToDictionary(part => part.First[1..^1], part => part.Second);
    }
}
