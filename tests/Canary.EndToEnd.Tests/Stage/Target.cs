using Amazon.Lambda.Model;

namespace Canary.EndToEnd.Tests.Stage;

/// <summary>A function with an alias that a test releases.</summary>
public sealed class Target(Laptop laptop, string name)
{
    public string Name { get; } = name;

    /// <summary>An input for it; <paramref name="more"/> is further JSON fields.</summary>
    public string Input(string more) => $$"""{ "functionName": "{{Name}}", "aliasName": "live", {{more}} }""";

    /// <summary>Where the alias stands: <c>1</c>, or <c>1 + 2:0.1</c>.</summary>
    public async Task<string> AliasAsync()
    {
        var alias = await laptop.Lambda.GetAliasAsync(new GetAliasRequest { FunctionName = Name, Name = "live" });
        var weights = alias.RoutingConfig?.AdditionalVersionWeights ?? [];
        return string.Concat([alias.FunctionVersion, .. weights.Select(weight => $" + {weight.Key}:{weight.Value}")]);
    }

    /// <summary>All versions of the function, such as <c>$LATEST 1</c>.</summary>
    public async Task<string> VersionsAsync() =>
        string.Join(' ', (await laptop.Lambda.ListVersionsByFunctionAsync(new ListVersionsByFunctionRequest
        {
            FunctionName = Name,
        })).Versions.Select(version => version.Version));

    /// <summary>Somebody else's change.</summary>
    public Task SetAliasAsync(string version, Dictionary<string, double>? weights = null) =>
        laptop.Lambda.UpdateAliasAsync(new UpdateAliasRequest
        {
            FunctionName = Name,
            Name = "live",
            FunctionVersion = version,
            RoutingConfig = new AliasRoutingConfiguration { AdditionalVersionWeights = weights ?? [] },
        });

    /// <summary>
    /// Calls the alias as its users do: <paramref name="perSecond"/> times a second until
    /// <paramref name="enough"/> has completed.
    /// </summary>
    public async Task CallAsync(int perSecond, Task enough)
    {
        var hold = laptop.Clock.Hold();
        while (!enough.IsCompleted)
        {
            for (var i = 0; i < perSecond; i++) await laptop.Aws.Lambda.InvokeAsync(Name, "live", "{}"u8.ToArray());
            var next = laptop.Clock.WaitUntilAsync(laptop.Clock.GetUtcNow().AddSeconds(1));
            hold.Dispose();
            hold = await next;
        }
        hold.Dispose();
    }
}
