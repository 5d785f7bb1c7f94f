using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using Canary.Cli.Aws;

namespace Canary.Cli.Tests.Aws;

public class AwsFaultsTests
{
    public static TheoryData<Exception, bool> Faults => new()
    {
        { new HttpRequestException("Connection refused"), true },
        { new TaskCanceledException("timed out", new TimeoutException()), true },
        { new IOException("cut in the middle of an answer", new SocketException()), true },
        { new HttpIOException(HttpRequestError.ResponseEnded), true },
        { new IOException("No space left on device"), false },
        { Said("ThrottlingException", HttpStatusCode.BadRequest), true },
        { Said("InternalFailure", HttpStatusCode.InternalServerError), true },
        { Said("ExpiredTokenException", HttpStatusCode.Forbidden), true },
        { new AmazonClientException("The SSO session has expired"), true },
        { Said("AccessDeniedException", HttpStatusCode.BadRequest), false },
        { Said("ValidationException", HttpStatusCode.BadRequest), false },
        { new InvalidOperationException("a bug"), false },
        { new OperationCanceledException("Ctrl-C"), false },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void IsPassing_WhatMayComeRightAgain_Is(Exception fault, bool expected) =>
        Assert.Equal(expected, AwsFaults.IsPassing(fault));

    // With none for its first kind of signature, the SDK tries the second, which takes a package of its own: STS has both.
    [Theory]
    [InlineData("Failed to resolve AWS credentials. The providers\n1\n2")]
    [InlineData("Attempting to make a request that requires an implementation of AWS Signature V4a. Add a reference to …")]
    public void Sentence_NoCredentials_SaysInOneLineHowToGetSome(string message)
    {
        var sentence = AwsFaults.Sentence(new AmazonClientException(message));

        Assert.StartsWith("There are no AWS credentials.", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', sentence);
    }

    private static AmazonServiceException Said(string code, HttpStatusCode status) =>
        new("said no", ErrorType.Sender, code, "", status);
}
