using Canary.Tests.Rollouts;
using Canary.Wording;

namespace Canary.Tests.Wording;

public class FunctionNameTests
{
    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void FunctionName_SixtyFourCharacters_AreTheLongest(int length, bool fits)
    {
        var name = new string('f', length);

        Assert.Equal((fits, fits), (FunctionName.IsValid(name), FunctionName.FaultOf(name) is null));
    }

    [Theory]
    [InlineData("orders", "123456789012")]
    [InlineData("1orders", "123456789012")]
    [InlineData("function:orders", "123456789012")]
    [InlineData("210987654321:function:orders", "210987654321")]
    public void ArnOf_AName_HasTheAccountThatItNamesOrTheOwn(string name, string account)
    {
        var bare = FunctionName.BareNameOf(name);

        Assert.Equal($"arn:aws:lambda:us-east-1:{account}:function:{bare}", FunctionName.ArnOf(name, Given.Execution));
    }
}
