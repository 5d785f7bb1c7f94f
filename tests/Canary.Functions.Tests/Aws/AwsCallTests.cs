using System.Net;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Canary.Errors;
using Canary.Functions.Aws;

namespace Canary.Functions.Tests.Aws;

public class AwsCallTests
{
    [Theory]
    [InlineData(400, "CodeStorageExceededException")]
    [InlineData(400, "InvalidParameterValueException")]
    [InlineData(400, "ValidationException")]
    [InlineData(400, "ValidationError")]
    [InlineData(403, "InvalidSignatureException")]
    [InlineData(403, "UnrecognizedClientException")]
    [InlineData(403, null)]
    [InlineData(404, "ResourceNotFoundException")]
    [InlineData(409, "ResourceConflictException")]
    [InlineData(412, "PreconditionFailedException")]
    [InlineData(413, "RequestTooLargeException")]
    public async Task Make_WhatAServiceRefusesForGood_KeepsItsName(int status, string? code)
    {
        var fault = Fault(status, code);

        Assert.Same(fault, await Assert.ThrowsAnyAsync<AmazonServiceException>(() => ThrowAsync(fault)));
    }

    [Theory]
    [InlineData(429, "TooManyRequestsException")]
    [InlineData(400, "ThrottlingException")]
    [InlineData(400, "Throttling")]
    [InlineData(400, "RequestLimitExceeded")]
    [InlineData(400, "TooManyRequestsException")]
    [InlineData(400, "LimitExceeded")]
    [InlineData(503, "SlowDown")]
    [InlineData(429, "")]
    public async Task Make_AUsedUpQuota_IsAnExceptionOfItsOwn(int status, string code)
    {
        var told = await Assert.ThrowsAsync<Throttled>(() => ThrowAsync(Fault(status, code)));

        Assert.Equal($"{code}: why", told.Message);
    }

    [Theory]
    [InlineData(400, "RequestTimeout")]
    [InlineData(403, "ExpiredTokenException")]
    [InlineData(403, "ExpiredToken")]
    [InlineData(400, "RequestTimeoutException")]
    [InlineData(408, "")]
    [InlineData(500, "ServiceException")]
    [InlineData(502, "")]
    [InlineData(503, "ServiceUnavailableException")]
    [InlineData(0, null)]
    public async Task Make_WhatMayPass_IsOneException(int status, string? code)
    {
        var told = await Assert.ThrowsAsync<CallFailed>(() => ThrowAsync(Fault(status, code)));

        Assert.Equal($"{code}: why", told.Message);
    }

    [Theory]
    [InlineData(403, "AccessDeniedException")]
    [InlineData(403, "AccessDenied")]
    [InlineData(400, "AccessDeniedException")]
    [InlineData(400, "AccessDenied")]
    [InlineData(400, "NotAuthorized")]
    public async Task Make_ADenial_GoesByItsCodeAlone(int status, string code) =>
        Assert.Equal("why", (await Assert.ThrowsAsync<AccessDenied>(() => ThrowAsync(Fault(status, code)))).Message);

    [Fact]
    public async Task Make_NoAnswer_MayPass()
    {
        Exception[] all =
        [
            new HttpRequestException("cut"),
            new TaskCanceledException("cut"),
            new TimeoutException("cut"),
            new IOException("cut"),
            new AmazonClientException("cut"),
        ];

        foreach (var fault in all) Assert.Equal("cut", (await Assert.ThrowsAsync<CallFailed>(() => ThrowAsync(fault))).Message);
    }

    [Fact]
    public async Task Make_AFaultOfOurOwn_StaysWhatItIs() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => ThrowAsync(new InvalidOperationException("ours")));

    [Theory]
    [InlineData(
        "Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version",
        typeof(ConcurrencyFailed))]
    [InlineData(
        "The operation cannot be performed at this time. An update is in progress for resource: orders", typeof(CallFailed))]
    public void Told_AConflict_IsFinalOnlyWhereItStays(string message, Type kind) =>
        Assert.IsType(kind, LambdaConcurrency.Told(new ResourceConflictException(message)));

    private static AmazonLambdaException Fault(int status, string? code) =>
        new("why", ErrorType.Unknown, code!, "1", (HttpStatusCode)status);

    private static Task<int> ThrowAsync(Exception fault) => AwsCall.MakeAsync(() => Task.FromException<int>(fault));
}
