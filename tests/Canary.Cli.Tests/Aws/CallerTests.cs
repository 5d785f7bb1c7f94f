using Canary.Cli.Aws;

namespace Canary.Cli.Tests.Aws;

public class CallerTests
{
    [Theory]
    [InlineData("arn:aws:iam::123456789012:user/alice", "alice")]
    [InlineData("arn:aws:iam::123456789012:user/team/alice", "alice")]
    [InlineData("arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_Admin_1f0c/alice@example.com", "alice@example.com")]
    [InlineData("arn:aws:sts::123456789012:assumed-role/Release/botocore-session-1700000000", "Release")]
    [InlineData("arn:aws:sts::123456789012:federated-user/bob", "bob")]
    [InlineData("arn:aws:iam::123456789012:root", "root")]
    public void Name_OfAnIdentity_IsWhoItIs(string arn, string expected) =>
        Assert.Equal(expected, new Caller("123456789012", arn).Name);

    [Fact]
    public void Partition_IsTheArns() => Assert.Equal("aws-cn", new Caller("1", "arn:aws-cn:iam::123456789012:user/a").Partition);
}
