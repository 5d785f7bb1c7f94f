using Amazon.Lambda.Annotations;
using Microsoft.Extensions.DependencyInjection;

namespace Canary.Compat.Tests.Lambda.Annotations.Sample;

[LambdaStartup]
public sealed class Startup
{
    // The generator calls it on an instance.
#pragma warning disable CA1822
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton("Hello");
        services.AddScoped<Guests>();
    }
}
