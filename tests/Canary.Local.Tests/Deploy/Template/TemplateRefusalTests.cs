using Canary.Local.Deploy.Plan;
using Canary.Local.Deploy.Template;
using static Canary.Local.Tests.Deploy.Template.SmallTemplate;

namespace Canary.Local.Tests.Deploy.Template;

/// <summary>What a template has and the local deployment does not understand.</summary>
public sealed class TemplateRefusalTests
{
    [Theory]
    [InlineData(
        "{ Type: Api }",
        "One.Events.E: the local deployment does not understand the Type 'Api'. It knows EventBridgeRule and Schedule.")]
    [InlineData("{ Properties: {} }", "One.Events.E has no Type.")]
    [InlineData("{ Type: Schedule }", "One.Events.E.Properties has no Schedule.")]
    [InlineData("{ Type: EventBridgeRule }", "One.Events.E.Properties has no Pattern.")]
    [InlineData("{ Type: Schedule, Properties: { Schedule: rate(5 minutes), State: ENABLED } }",
        "One.Events.E.Properties: the local deployment does not understand 'State'.")]
    [InlineData("{ Type: EventBridgeRule, Properties: { Pattern: { source: [a] }, EventBusName: mine } }",
        "One.Events.E.Properties: the local deployment does not understand 'EventBusName'.")]
    [InlineData("{ Type: Schedule, Properties: { Schedule: rate(5 minutes), Enabled: perhaps } }",
        "One.Events.E.Properties: Enabled must be true or false, not \"perhaps\".")]
    [InlineData("{ Type: Schedule, Properties: { Schedule: cron(0 12 * * ? *) } }",
        "One.Events.E: Canary.Local does not support the ScheduleExpression 'cron(0 12 * * ? *)': "
        + "use a rate such as rate(15 minutes).")]
    [InlineData("{ Type: EventBridgeRule, Properties: { Pattern: { source: aws.states } } }",
        "One.Events.E: Event pattern is not valid. Reason: \"source\" must be an object or an array")]
    [InlineData("{ Type: Schedule, Else: {} }", "One.Events.E: the local deployment does not understand 'Else'.")]
    [InlineData("soon", "One: Events.E must be a mapping, not \"soon\".")]
    public void Read_AnEventThatIsNotUnderstood_IsRefusedByName(string entry, string message)
    {
        var refusal = Assert.Throws<TemplateException>(
            () => TemplateReader.Read($"{Function}      Events: {{ E: {entry} }}", Stack));

        Assert.Equal(message, refusal.Message);
    }

    [Theory]
    [InlineData("      Layers: []", "One: the local deployment does not understand 'Layers'.")]
    [InlineData("      Environment: { Variable: {} }", "One.Environment: the local deployment does not understand 'Variable'.")]
    [InlineData("      Timeout: soon", "One: Timeout must be a whole number, not \"soon\".")]
    [InlineData(
        "      Architectures: [arm64, x86_64]", "One: Architectures must be a list of one text, not [\"arm64\",\"x86_64\"].")]
    [InlineData(
        "      Description: !Select [0, [a]]",
        "Line 9: the local deployment does not understand !Select. It knows !Ref, !Sub, !GetAtt, !Join, !If, "
        + "!Equals, !Not, !And, !Or, !Condition.")]
    [InlineData(
        "      Description: { 'Fn::ImportValue': x }", "The local deployment does not understand Fn::ImportValue: \"x\".")]
    [InlineData("      Description: !Ref Nobody", "Ref 'Nobody': the template has no parameter and no resource of this name.")]
    [InlineData("      Description: !GetAtt Nobody.Arn", "GetAtt 'Nobody.Arn': the template has no resource 'Nobody'.")]
    [InlineData(
        "      Description: !GetAtt One.Version",
        "GetAtt 'One.Version': the local deployment does not know this attribute of a AWS::Serverless::Function.")]
    [InlineData("      FunctionName: !Sub '${One}-x'", "The name of 'One' refers to itself.")]
    [InlineData("    Condition: Sometimes", "The template has no condition 'Sometimes'.")]
    [InlineData("    CreationPolicy: {}", "Resource 'One': the local deployment does not understand 'CreationPolicy'.")]
    [InlineData("      Description: !If [Sometimes, a, b]", "The template has no condition 'Sometimes'.")]
    [InlineData(
        "  Two: { Type: 'AWS::DynamoDB::Table' }",
        "Resource 'Two': the local deployment does not understand the type 'AWS::DynamoDB::Table'.")]
    [InlineData(
        "  Two: { Type: 'AWS::Serverless::StateMachine', Properties: { Type: EXPRESS } }",
        "Two: the local deployment does not understand the Type 'EXPRESS'. It knows STANDARD.")]
    [InlineData("  Two: { Type: 'AWS::Serverless::StateMachine', Properties: { Definition: {} } }", "Two has no DefinitionUri.")]
    [InlineData("Mappings: {}", "The local deployment does not understand the template's section 'Mappings'.")]
    [InlineData(
        "Conditions: { A: !Not [Condition: A] }",
        "The condition 'A' refers to itself.")]
    [InlineData(
        "Conditions: { A: !Ref AWS::Region }",
        "Condition 'A': the local deployment does not understand {\"Ref\":\"AWS::Region\"}. It knows Fn::Equals, "
        + "Fn::Not, Fn::And, Fn::Or and Condition.")]
    [InlineData("      EventInvokeConfig: { DestinationConfig: { OnFailure: { Type: SQS } } }",
        "EventInvokeConfig: the destination of the Type SQS has no Destination: give it an "
        + "ARN, the local deployment makes none.")]
    [InlineData("      DeadLetterQueue: { Type: S3, TargetArn: x }", "DeadLetterQueue: there is no Type 'S3', but SQS and SNS.")]
    [InlineData(
        "  Two: { Type: 'AWS::SQS::Queue', Properties: { FifoQueue: true } }",
        "Two: the local deployment does not understand 'FifoQueue'.")]
    [InlineData(
        "  Two: { Type: 'AWS::CloudWatch::Alarm', Properties: { Namespace: a, MetricName: b, Period: 60, "
        + "Statistic: Sum, EvaluationPeriods: 1, "
        + "Threshold: 1, ComparisonOperator: More } }",
        "Two: 1 validation error detected: Value 'More' at 'comparisonOperator' failed to satisfy constraint: Member must "
        + "satisfy enum value set: [GreaterThanOrEqualToThreshold, GreaterThanThreshold, LessThanThreshold, "
        + "LessThanOrEqualToThreshold, LessThanLowerOrGreaterThanUpperThreshold, "
        + "LessThanLowerThreshold, GreaterThanUpperThreshold]")]
    [InlineData("  Two: { Type: 'AWS::Events::Rule', Properties: { EventPattern: { source: [a] }, "
        + "Targets: [{ Id: a, Arn: 'arn:aws:sqs:eu-west-1:1:q' }] } }",
        "Two: Canary.Local does not support the target arn:aws:sqs:eu-west-1:1:q: use a Lambda "
        + "function, an SQS queue or an SNS topic.")]
    [InlineData("Globals: { Api: {} }", "Globals: the local deployment does not understand 'Api'. It knows Function.")]
    [InlineData("Parameters: { P: { Type: String } }", "Parameter 'P' has no default: give it a value.")]
    [InlineData(
        "Parameters: { P: { Type: 'AWS::SSM::Parameter::Name', Default: x } }",
        "Parameter 'P': the local deployment does not understand its type "
        + "'AWS::SSM::Parameter::Name'. It knows String and Number.")]
    public void Read_WhatItWouldHaveToActOnButDoesNotUnderstand_IsRefusedByName(string line, string message)
    {
        var refusal = Assert.Throws<TemplateException>(() => TemplateReader.Read(Function + line, Stack));

        Assert.Equal(message, refusal.Message);
    }

    [Theory]
    [InlineData("a: [")]
    [InlineData("- a list")]
    [InlineData("Resources: {}")]
    public void Read_NoSamTemplate_IsRefused(string template) =>
        Assert.Throws<TemplateException>(() => TemplateReader.Read(template, Stack));

    [Theory]
    [InlineData("Days", "7", null)]
    [InlineData("Days", "8", "Parameter 'Days' cannot be '8'. It can be 7, 30.")]
    [InlineData("Pattern", "orders-*", null)]
    [InlineData("Pattern", "or/ders", "Parameter 'Pattern' cannot be 'or/ders': it must be a name.")]
    [InlineData("Else", "x", "The template has no parameter 'Else'. It has: Days, Pattern.")]
    public void Read_AParameterGiven_IsCheckedAsCloudFormationDoes(string name, string value, string? message)
    {
        var template = Head + """
            Parameters:
              Days: { Type: Number, Default: 30, AllowedValues: [7, 30] }
              Pattern: { Type: String, Default: "*", AllowedPattern: "[a-z*-]+", ConstraintDescription: a name }
            Outputs:
              Both: { Value: !Sub "${Days} ${Pattern}" }
            """;
        var stack = Stack with { Parameters = new Dictionary<string, string> { [name] = value } };

        var refusal = Record.Exception(
            () => Assert.Contains(value, TemplateReader.Read(template, stack).Outputs[0].Value, StringComparison.Ordinal));

        Assert.Equal(message, refusal?.Message);
    }
}
