using Amazon.Lambda.TestUtilities;
using Canary.Compat.Tests.Lambda.Annotations.Sample;

namespace Canary.Compat.Tests.Lambda.Annotations;

/// <summary>Calls the entry points that the generator wrote while this project was built.</summary>
public class GeneratedEntryPointTests
{
    private readonly TestLambdaContext _context = new() { FunctionName = "greet", FunctionVersion = "7", MemoryLimitInMB = 128 };

    [Fact]
    public async Task GreetAsync_EachInvocation_HasAScopeOfItsOwn()
    {
        var entry = new Greeter_GreetAsync_Generated();

        Assert.Equal("Hello Ada, guest 1 of greet", await entry.GreetAsync(new Greeting("Ada"), _context));
        Assert.Equal("Hello nobody, guest 1 of greet", await entry.GreetAsync(null, _context));
    }

    [Fact]
    public async Task Fail_TheHandlerThrows_TheSameExceptionComesOut() => Assert.Equal(
        "Hello Ada",
        (await Assert.ThrowsAsync<InvalidOperationException>(
            () => new Greeter_Fail_Generated().Fail(new Greeting("Ada")))).Message);

    [Fact]
    public void Log_ReturnsNothing_IsCalledWithTheContext()
    {
        new Greeter_Log_Generated().Log(__input__: new Greeting("Ada"), __context__: _context);

        Assert.Equal("Hello Ada" + Environment.NewLine, ((TestLambdaLogger)_context.Logger).Buffer.ToString());
    }

    [Fact]
    public void Count_OnlyServices_TakesTheEventUnread() => Assert.Equal(6, new Greeter_Count_Generated().Count(Stream.Null));

    [Fact]
    public void Echo_AStream_IsPassedOn()
    {
        using var input = new MemoryStream([1]);

        Assert.Same(input, new Greeter_Echo_Generated().Echo(input, _context));
    }

    [Fact]
    public void Version_OnlyTheContext_IsPassedOn() => Assert.Equal("Hello7", new Greeter_Version_Generated().Version(_context));
}
