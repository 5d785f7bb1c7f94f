using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace Canary.Compat.Tests.Aws.StepFunctions;

public class StepFunctionsErrorTests
{
    private static readonly ListStateMachinesRequest s_request = new();

    [Theory]
    [InlineData("ExecutionAlreadyExists", typeof(ExecutionAlreadyExistsException))]
    [InlineData("ExecutionDoesNotExist", typeof(ExecutionDoesNotExistException))]
    [InlineData("ExecutionLimitExceeded", typeof(ExecutionLimitExceededException))]
    [InlineData("InvalidArn", typeof(InvalidArnException))]
    [InlineData("InvalidDefinition", typeof(InvalidDefinitionException))]
    [InlineData("InvalidExecutionInput", typeof(InvalidExecutionInputException))]
    [InlineData("InvalidName", typeof(InvalidNameException))]
    [InlineData("InvalidOutput", typeof(InvalidOutputException))]
    [InlineData("InvalidToken", typeof(InvalidTokenException))]
    [InlineData("StateMachineAlreadyExists", typeof(StateMachineAlreadyExistsException))]
    [InlineData("StateMachineDeleting", typeof(StateMachineDeletingException))]
    [InlineData("StateMachineDoesNotExist", typeof(StateMachineDoesNotExistException))]
    [InlineData("StateMachineLimitExceeded", typeof(StateMachineLimitExceededException))]
    [InlineData("StateMachineTypeNotSupported", typeof(StateMachineTypeNotSupportedException))]
    [InlineData("TaskDoesNotExist", typeof(TaskDoesNotExistException))]
    [InlineData("TaskTimedOut", typeof(TaskTimedOutException))]
    [InlineData("ConflictException", typeof(ConflictException))]
    public async Task AnyCall_KnownErrorCode_ThrowsItsException(string code, Type type)
    {
        await using var service = await FakeService.Playing(StepFunctionsClients.Error(code, "Because."));

        var fault = await Assert.ThrowsAnyAsync<AmazonStepFunctionsException>(
            () => service.StepFunctions().ListStateMachinesAsync(s_request));

        Assert.Equal(type, fault.GetType());
        Assert.Equal(
            (400, code, "Because.", "request-1"),
            ((int)fault.StatusCode, fault.ErrorCode, fault.Message, fault.RequestId));
    }

    [Fact]
    public async Task AnyCall_Validation_TellsTheReason()
    {
        await using var service = await FakeService.Playing(
            StepFunctionsClients.Error("ValidationException", "No.", more: """  ,"reason":"MISSING_REQUIRED_PARAMETER" """));

        var fault =
            await Assert.ThrowsAsync<ValidationException>(() => service.StepFunctions().ListStateMachinesAsync(s_request));

        Assert.Equal(ValidationExceptionReason.MISSING_REQUIRED_PARAMETER, fault.Reason);
    }

    [Fact]
    public async Task AnyCall_OtherErrorCode_ThrowsTheGeneralException()
    {
        await using var service = await FakeService.Playing(StepFunctionsClients.Error("AccessDeniedException", "No."));

        var fault = await Assert.ThrowsAsync<AmazonStepFunctionsException>(
            () => service.StepFunctions().ListStateMachinesAsync(s_request));

        Assert.Equal("AccessDeniedException", fault.ErrorCode);
    }

    [Theory]
    [InlineData(400, "ThrottlingException")]
    [InlineData(500, "InternalServerError")]
    public async Task AnyCall_PassingFault_IsRetriedByThePipeline(int status, string code)
    {
        await using var service =
            await FakeService.Playing(StepFunctionsClients.Error(code, "Later.", status), Answer.Json("""{"nextToken":"t"}"""));

        var page = await service.StepFunctions(retries: 1).ListStateMachinesAsync(s_request);

        Assert.Equal("t", page.NextToken);
        Assert.Equal(2, service.Requests.Count);
    }
}
