using Canary.Local.Deploy.Template;
using Canary.Local.Wire;

namespace Canary.Local.Tests.Deploy.Template;

/// <summary>The least that a template needs, and the stack that it is deployed as.</summary>
internal static class SmallTemplate
{
    public const string Head = "Transform: AWS::Serverless-2016-10-31\n";

    public const string Function = """
        Transform: AWS::Serverless-2016-10-31
        Resources:
          One:
            Type: AWS::Serverless::Function
            Properties:
              Runtime: dotnet10
              Handler: App
              CodeUri: src/App

        """;

    public static readonly StackContext Stack = new("demo", new AwsAccount("111122223333", "eu-west-1"));
}
