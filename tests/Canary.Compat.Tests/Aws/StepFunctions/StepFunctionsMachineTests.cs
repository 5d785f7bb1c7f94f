using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace Canary.Compat.Tests.Aws.StepFunctions;

public class StepFunctionsMachineTests
{
    private const string Machine = "arn:aws:states:eu-west-1:123456789012:stateMachine:canary";
    private static readonly DateTime s_made = new(2025, 11, 23, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task CreateStateMachine_Standard_SendsDefinitionAndRole()
    {
        await using var service =
            await FakeService.Playing(Answer.Json($$"""{"stateMachineArn":"{{Machine}}","creationDate":1763899200}"""));

        var made = await service.StepFunctions().CreateStateMachineAsync(new CreateStateMachineRequest
        {
            Name = "canary",
            Definition = "{}",
            RoleArn = "arn:r",
            Type = StateMachineType.STANDARD,
            Tags = [new Tag { Key = "k", Value = "v" }],
        });

        Assert.Equal("AWSStepFunctions.CreateStateMachine", service.Only.Headers["X-Amz-Target"]);
        Assert.Equal(
            """{"definition":"{}","name":"canary","roleArn":"arn:r","tags":[{"key":"k","value":"v"}],"type":"STANDARD"}""",
            service.Only.Text);
        Assert.Equal((Machine, s_made), (made.StateMachineArn, made.CreationDate));
        Assert.Null(made.StateMachineVersionArn);
    }

    [Fact]
    public async Task DescribeStateMachine_Active_ReadsTheDefinition()
    {
        await using var service = await FakeService.Playing(Answer.Json(
            $$"""{"stateMachineArn":"{{Machine}}","name":"canary","status":"ACTIVE","definition":"{"""
            + $$"""}","roleArn":"arn:r","type":"STANDARD","creationDate":1763899200}"""));

        var machine = await service.StepFunctions()
            .DescribeStateMachineAsync(new DescribeStateMachineRequest { StateMachineArn = Machine });

        Assert.Equal($$"""{"stateMachineArn":"{{Machine}}"}""", service.Only.Text);
        Assert.Equal(("canary", "{}", "arn:r"), (machine.Name, machine.Definition, machine.RoleArn));
        Assert.Equal((StateMachineStatus.ACTIVE, StateMachineType.STANDARD), (machine.Status, machine.Type));
    }

    [Fact]
    public async Task ListStateMachines_Page_ReadsTheList()
    {
        await using var service = await FakeService.Playing(Answer.Json(
            $$"""{"stateMachines":[{"stateMachineArn":"{{Machine}}","name":"canary","type":"EXPRESS","creationDate":"""
            + $$"""1763899200}],"nextToken":"t"}"""));

        var page = await service.StepFunctions().ListStateMachinesAsync(new ListStateMachinesRequest { MaxResults = 5 });

        Assert.Equal("""{"maxResults":5}""", service.Only.Text);
        Assert.Equal((Machine, StateMachineType.EXPRESS), (page.StateMachines[0].StateMachineArn, page.StateMachines[0].Type));
        Assert.Equal("t", page.NextToken);
    }
}
