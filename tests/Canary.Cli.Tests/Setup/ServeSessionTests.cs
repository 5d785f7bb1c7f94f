using System.Net;
using System.Net.Sockets;
using Canary.Cli.Setup;

namespace Canary.Cli.Tests.Setup;

public class ServeSessionTests
{
    [Fact]
    public async Task RunAsync_ThePortIsTaken_SaysHowToMendIt()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var refusal = await Assert.ThrowsAsync<IOException>(
            () => ServeSession.RunAsync(new(new(1, 0) { Port = port }), TextWriter.Null, TestContext.Current.CancellationToken));

        Assert.EndsWith(
            $"in use: choose another --port than {port}, or leave it out.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Notice_ManyThings_NamesEachKindOnce() => Assert.Equal(
        "In template.yaml, but not emulated here: AWS::Logs::LogGroup, Policies, Tracing.",
        NotEmulated.Notice(
            ["One.Tracing", "One.Policies", "Logs (AWS::Logs::LogGroup)", "Two.Tracing", "OtherLogs (AWS::Logs::LogGroup)"]));

    [Fact]
    public void Notice_Nothing_IsNone() => Assert.Null(NotEmulated.Notice([]));
}
