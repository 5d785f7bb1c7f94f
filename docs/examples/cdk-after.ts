// After: the deployment uploads the code, and Canary shifts the traffic. Nothing in the alias's entry changes any more.
import { App, Stack } from 'aws-cdk-lib';
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
  // The version that it is at on the day of the change. It stays here for ever, wherever Canary moves the alias.
  version: lambda.Version.fromVersionAttributes(stack, 'Stable', { lambda: orders, version: '7' }),
});
live.addEventSource(new SqsEventSource(new Queue(stack, 'Inbox')));
