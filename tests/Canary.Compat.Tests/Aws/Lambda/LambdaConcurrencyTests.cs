using Amazon.Lambda;
using Amazon.Lambda.Model;

namespace Canary.Compat.Tests.Aws.Lambda;

public class LambdaConcurrencyTests
{
    private const string Path = "/2019-09-30/functions/orders/provisioned-concurrency?Qualifier=live";

    private const string Ready = """
        {"RequestedProvisionedConcurrentExecutions":5,"AvailableProvisionedConcurrentExecutions":4,
         "AllocatedProvisionedConcurrentExecutions":3,
         "Status":"READY","LastModified":"2026-01-01T12:00:00+0000"}
        """;

    [Fact]
    public async Task PutProvisionedConcurrencyConfig_SendsTheNumberAndReadsEveryMember()
    {
        await using var service = await FakeService.Playing(Answer.Json(
            """{"RequestedProvisionedConcurrentExecutions":5,"Status":"FAILED","StatusReason":"FUNCTION_ERROR_INIT_FAILURE"}""",
            202));

        var put = await service.Lambda().PutProvisionedConcurrencyConfigAsync(
            new PutProvisionedConcurrencyConfigRequest
            {
                FunctionName = "orders",
                Qualifier = "live",
                ProvisionedConcurrentExecutions = 5,
            });

        Assert.Equal(("PUT", Path), (service.Only.Method, service.Only.Target));
        Assert.Equal("application/json", service.Only.Headers["Content-Type"]);
        Assert.Equal("""{"ProvisionedConcurrentExecutions":5}""", service.Only.Text);
        Assert.Equal(5, put.RequestedProvisionedConcurrentExecutions);
        Assert.Equal((null, null), (put.AvailableProvisionedConcurrentExecutions, put.AllocatedProvisionedConcurrentExecutions));
        Assert.Equal(
            (ProvisionedConcurrencyStatusEnum.FAILED, "FUNCTION_ERROR_INIT_FAILURE", null),
            (put.Status, put.StatusReason, put.LastModified));
        Assert.Equal(202, (int)put.HttpStatusCode);
    }

    [Fact]
    public async Task GetProvisionedConcurrencyConfig_ReadsEveryMember()
    {
        await using var service = await FakeService.Playing(Answer.Json(Ready));

        var got = await service.Lambda().GetProvisionedConcurrencyConfigAsync(
            new GetProvisionedConcurrencyConfigRequest { FunctionName = "orders", Qualifier = "live" });

        Assert.Equal(("GET", Path), (service.Only.Method, service.Only.Target));
        Assert.Empty(service.Only.Body);
        Assert.Equal(5, got.RequestedProvisionedConcurrentExecutions);
        Assert.Equal((4, 3), (got.AvailableProvisionedConcurrentExecutions, got.AllocatedProvisionedConcurrentExecutions));
        Assert.Equal(
            (ProvisionedConcurrencyStatusEnum.READY, null, "2026-01-01T12:00:00+0000"),
            (got.Status, got.StatusReason, got.LastModified));
    }

    [Fact]
    public async Task GetProvisionedConcurrencyConfig_ThereIsNone_ThrowsItsException()
    {
        await using var service =
            await FakeService.Playing(Answer.RestError(404, "ProvisionedConcurrencyConfigNotFoundException", "None."));

        var fault = await Assert.ThrowsAsync<ProvisionedConcurrencyConfigNotFoundException>(
            () => service.Lambda().GetProvisionedConcurrencyConfigAsync(
                new GetProvisionedConcurrencyConfigRequest { FunctionName = "orders", Qualifier = "live" }));

        Assert.Equal((404, "None."), ((int)fault.StatusCode, fault.Message));
    }

    [Fact]
    public async Task DeleteProvisionedConcurrencyConfig_SendsNoBody()
    {
        await using var service = await FakeService.Playing(new Answer(204, []));

        await service.Lambda().DeleteProvisionedConcurrencyConfigAsync(
            new DeleteProvisionedConcurrencyConfigRequest { FunctionName = "orders", Qualifier = "live" });

        Assert.Equal(("DELETE", Path), (service.Only.Method, service.Only.Target));
        Assert.Empty(service.Only.Body);
    }

    [Theory]
    [InlineData("""{"ReservedConcurrentExecutions":100}""", 100)]
    [InlineData("{}", null)]
    public async Task GetFunctionConcurrency_ReadsWhatIsReserved(string body, int? reserved)
    {
        await using var service = await FakeService.Playing(Answer.Json(body));

        var got =
            await service.Lambda().GetFunctionConcurrencyAsync(new GetFunctionConcurrencyRequest { FunctionName = "orders" });

        Assert.Equal(("GET", "/2019-09-30/functions/orders/concurrency"), (service.Only.Method, service.Only.Target));
        Assert.Equal(reserved, got.ReservedConcurrentExecutions);
    }
}
