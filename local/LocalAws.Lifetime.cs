using Canary.Local.Clocks;
using Canary.Local.Gateway;

namespace Canary.Local;

// From the start to the end.
public sealed partial class LocalAws
{
    /// <summary>An empty account that listens to nobody outside this process: see <see cref="AnswerAsync"/>.</summary>
    public static LocalAws Create(Clock clock, LocalAwsOptions? options = null) => new(clock, options ?? new LocalAwsOptions());

    /// <summary>Starts an empty account.</summary>
    /// <param name="clock">Real, accelerated or virtual.</param>
    /// <param name="port">On loopback; 0 lets the system choose a free one.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<LocalAws> StartAsync(Clock clock, int port = 0, LocalAwsOptions? options = null)
    {
        var aws = Create(clock, options);
        try
        {
            aws._endpoint = await AwsEndpoint.StartAsync(aws._router, port);
            aws.Lambda.Endpoint = aws.Sqs.Endpoint = aws.Url;
            return aws;
        }
        catch
        {
            await aws.EndServicesAsync();
            throw;
        }
    }

    /// <summary>Stops to listen, and ends every function's process.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_endpoint is not null) await _endpoint.DisposeAsync();
        await EndServicesAsync();
    }

    private async Task EndServicesAsync()
    {
        FrontDoor.Dispose();
        Events.Dispose();
        await Lambda.DisposeAsync();
        _delivery.Dispose();
        CloudWatch.Dispose();
    }
}
