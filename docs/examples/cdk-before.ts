// Before: CodeDeploy shifts the traffic, in the middle of each deployment.
import { App, Stack } from 'aws-cdk-lib';
import * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue } from 'aws-cdk-lib/aws-sqs';

const stack = new Stack(new App(), 'orders');

const orders = new lambda.Function(stack, 'Orders', {
  functionName: 'orders',
  runtime: lambda.Runtime.PYTHON_3_13,
  handler: 'orders.handler',
  code: lambda.Code.fromAsset('src'),
});

const live = new lambda.Alias(stack, 'Live', {
  aliasName: 'live',
  version: orders.currentVersion,
});
live.addEventSource(new SqsEventSource(new Queue(stack, 'Inbox')));

new codedeploy.LambdaDeploymentGroup(stack, 'Deployment', {
  alias: live,
  deploymentConfig: codedeploy.LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
});
