using Amazon.Lambda.RuntimeSupport;

namespace Canary.Compat.Tests.Lambda.Runtime;

public class ErrorDocumentTests
{
    [Fact]
    public void Write_ACause_IsNestedWithItsOwnType() => Assert.Equal(
        """
        {
          "errorType": "InvalidOperationException",
          "errorMessage": "The alias \"live\" can't move.",
          "cause": {
            "errorType": "FormatException",
            "errorMessage": "inner"
          }
        }
        """,
        ErrorDocument.Write(new InvalidOperationException("The alias \"live\" can't move.", new FormatException("inner"))));

    [Fact]
    public void Write_AnAggregate_KeepsItsNameAndListsTheCauses() => Assert.Equal(
        """
        {
          "errorType": "AggregateException",
          "errorMessage": "One or more errors occurred. (a) (b)",
          "cause": {
            "errorType": "FormatException",
            "errorMessage": "a"
          },
          "causes": [
            {
              "errorType": "FormatException",
              "errorMessage": "a"
            },
            {
              "errorType": "TimeoutException",
              "errorMessage": "b"
            }
          ]
        }
        """,
        ErrorDocument.Write(new AggregateException(new FormatException("a"), new TimeoutException("b"))));

    [Fact]
    public void Write_AGenericException_HasTheNameThatReflectionGives() =>
        Assert.StartsWith("{\n  \"errorType\": \"Odd`1\",", ErrorDocument.Write(new Odd<int>()), StringComparison.Ordinal);

    [Fact]
    public void Write_MoreThanLambdaTakes_SaysSo() =>
        Assert.Equal(
            "{\"errorMessage\": \"Exception exceeded maximum payload size of 256KB.\"}",
            ErrorDocument.Write(new FormatException(new string('x', 256 * 1024))));

    private sealed class Odd<T> : Exception;
}
