using System.Collections.Frozen;

namespace Canary.Local.Lambda.Api;

/// <summary>The operations of the wire by AWS's names.</summary>
internal static class LambdaOperations
{
    private static readonly FrozenDictionary<string, Func<LambdaService, RestRequest, Task<RestAnswer>>> Known =
        new Dictionary<string, Func<LambdaService, RestRequest, Task<RestAnswer>>>
        {
            ["CreateFunction"] = At(FunctionOperations.CreateFunction),
            ["UpdateFunctionCode"] = At(FunctionOperations.UpdateFunctionCode),
            ["UpdateFunctionConfiguration"] = At(FunctionOperations.UpdateFunctionConfiguration),
            ["GetFunction"] = At(FunctionOperations.GetFunction),
            ["GetFunctionConfiguration"] = At(FunctionOperations.GetFunctionConfiguration),
            ["ListFunctions"] = At(FunctionOperations.ListFunctions),
            ["DeleteFunction"] = At(FunctionOperations.DeleteFunction),
            ["PutFunctionConcurrency"] = At(ConcurrencyOperations.PutFunctionConcurrency),
            ["GetFunctionConcurrency"] = At(ConcurrencyOperations.GetFunctionConcurrency),
            ["DeleteFunctionConcurrency"] = At(ConcurrencyOperations.DeleteFunctionConcurrency),
            ["PutProvisionedConcurrencyConfig"] = At(ProvisionedConcurrencyOperations.PutProvisionedConcurrencyConfig),
            ["GetProvisionedConcurrencyConfig"] = At(ProvisionedConcurrencyOperations.GetProvisionedConcurrencyConfig),
            ["ListProvisionedConcurrencyConfigs"] = At(ProvisionedConcurrencyOperations.ListProvisionedConcurrencyConfigs),
            ["DeleteProvisionedConcurrencyConfig"] = At(ProvisionedConcurrencyOperations.DeleteProvisionedConcurrencyConfig),
            ["AddPermission"] = At(PolicyOperations.AddPermission),
            ["RemovePermission"] = At(PolicyOperations.RemovePermission),
            ["GetPolicy"] = At(PolicyOperations.GetPolicy),
            ["CreateEventSourceMapping"] = At(EventSourceOperations.CreateEventSourceMapping),
            ["UpdateEventSourceMapping"] = At(EventSourceOperations.UpdateEventSourceMapping),
            ["GetEventSourceMapping"] = At(EventSourceOperations.GetEventSourceMapping),
            ["ListEventSourceMappings"] = At(EventSourceOperations.ListEventSourceMappings),
            ["DeleteEventSourceMapping"] = At(EventSourceOperations.DeleteEventSourceMapping),
            ["CreateFunctionUrlConfig"] = At(FunctionUrlOperations.CreateFunctionUrlConfig),
            ["UpdateFunctionUrlConfig"] = At(FunctionUrlOperations.UpdateFunctionUrlConfig),
            ["GetFunctionUrlConfig"] = At(FunctionUrlOperations.GetFunctionUrlConfig),
            ["ListFunctionUrlConfigs"] = At(FunctionUrlOperations.ListFunctionUrlConfigs),
            ["DeleteFunctionUrlConfig"] = At(FunctionUrlOperations.DeleteFunctionUrlConfig),
            ["PutFunctionEventInvokeConfig"] = At(EventInvokeOperations.PutFunctionEventInvokeConfig),
            ["UpdateFunctionEventInvokeConfig"] = At(EventInvokeOperations.UpdateFunctionEventInvokeConfig),
            ["GetFunctionEventInvokeConfig"] = At(EventInvokeOperations.GetFunctionEventInvokeConfig),
            ["ListFunctionEventInvokeConfigs"] = At(EventInvokeOperations.ListFunctionEventInvokeConfigs),
            ["DeleteFunctionEventInvokeConfig"] = At(EventInvokeOperations.DeleteFunctionEventInvokeConfig),
            ["PublishVersion"] = At(VersionOperations.PublishVersion),
            ["ListVersionsByFunction"] = At(VersionOperations.ListVersionsByFunction),
            ["CreateAlias"] = At(AliasOperations.CreateAlias),
            ["GetAlias"] = At(AliasOperations.GetAlias),
            ["UpdateAlias"] = At(AliasOperations.UpdateAlias),
            ["DeleteAlias"] = At(AliasOperations.DeleteAlias),
            ["ListAliases"] = At(AliasOperations.ListAliases),
            ["Invoke"] = InvokeOperations.InvokeAsync,
        }.ToFrozenDictionary();

    /// <summary>Their names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Finds one; null when Canary.Local does not have it.</summary>
    public static Func<LambdaService, RestRequest, Task<RestAnswer>>? Find(string name) => Known.GetValueOrDefault(name);

    private static Func<LambdaService, RestRequest, Task<RestAnswer>> At(
        Func<LambdaService, RestRequest, RestAnswer> operation) =>
        (service, request) => Task.FromResult(operation(service, request));
}
