using Canary.Cli.CommandLine;
using Canary.Cli.Files;

namespace Canary.Cli.Tests.Files;

public class RolloutFileTests
{
    private const string Good = "functionName: orders\naliasName: live\ndeploymentConfig: AllAtOnce\n";

    [Fact]
    public async Task ReadAsync_AFileWithoutFaults_HasTheInput()
    {
        using var folder = new ScratchFolder();

        var file = await RolloutFile.ReadAsync(
            folder.Write("orders.rollout.yml", Good), TestContext.Current.CancellationToken);

        Assert.Equal("orders", file.Input["functionName"]!.GetValue<string>());
    }

    [Fact]
    public async Task ReadAsync_AFileWithFaults_TellsEachWithItsLine()
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("orders.rollout.yaml", Good + "takeOver: 1\ncreateAlias: 2");

        var fault = await Assert.ThrowsAsync<CommandFault>(
            () => RolloutFile.ReadAsync(path, TestContext.Current.CancellationToken));

        Assert.Equal(ExitCode.Misused, fault.ExitCode);
        Assert.Equal(
            [$"{path}:4:1: takeOver is 1", $"{path}:5:1: createAlias is 2"],
            [.. fault.Message.Split('\n').Select(line => line.Split('.' + " It")[0])]);
    }

    [Fact]
    public async Task ReadAsync_AFileThatIsNotThere_SaysHowToMakeOne()
    {
        var fault = await Assert.ThrowsAsync<CommandFault>(
            () => RolloutFile.ReadAsync("nowhere/orders.rollout.yaml", TestContext.Current.CancellationToken));

        Assert.Equal("There is no file \"nowhere/orders.rollout.yaml\". canary init makes one.", fault.Message);
    }

    [Fact]
    public async Task OpenAsync_BytesThatAreNoText_AreRefused()
    {
        using var folder = new ScratchFolder();
        var path = folder.Of("orders.rollout.yaml");
        await File.WriteAllBytesAsync(path, [0x61, 0x3a, 0x20, 0xff], TestContext.Current.CancellationToken);

        var fault = await Assert.ThrowsAsync<UnreadableFile>(
            () => RolloutFile.OpenAsync(path, TestContext.Current.CancellationToken));

        Assert.Equal("The file is not in UTF-8. Save it as UTF-8.", fault.Message);
    }

    [Fact]
    public void Chosen_OfAFolder_IsItsOnlyRolloutFile()
    {
        using var folder = new ScratchFolder();
        Assert.Contains("canary init makes one", Refused(), StringComparison.Ordinal);

        folder.Write("canary.schema.json", "");
        folder.Write("orders.rollout.yaml", "");
        Assert.Equal("orders.rollout.yaml", RolloutFile.Chosen(null, folder.Path));
        Assert.Equal("other.yaml", RolloutFile.Chosen("other.yaml", folder.Path));

        folder.Write("carts.rollout.json", "");
        Assert.Equal("Which file is meant? Here are carts.rollout.json, orders.rollout.yaml.", Refused());

        string Refused() => Assert.Throws<CommandFault>(() => RolloutFile.Chosen(null, folder.Path)).Message;
    }
}
