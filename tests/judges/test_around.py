"""What people have around a function, tried by clients that know AWS: boto3, whose models check what comes back, and the `aws` command line."""

import json
import unittest

from served import shared, until

ACCOUNT = "us-east-1:123456789012"


class AroundTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.served = shared()
        cls.sqs, cls.sns, cls.events, cls.cloudwatch, cls.functions = map(cls.served.client, ("sqs", "sns", "events", "cloudwatch", "lambda"))
        cls.queue = cls.sqs.create_queue(QueueName="judged-mails")["QueueUrl"]
        cls.queue_arn = cls.sqs.get_queue_attributes(QueueUrl=cls.queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]

    def receive(self, queue=None):
        """The next message, whose digests boto3 does not compare: they are compared here."""
        queue = queue or self.queue
        answer = until(
            lambda: self.sqs.receive_message(
                QueueUrl=queue, WaitTimeSeconds=5, MessageAttributeNames=["All"], MessageSystemAttributeNames=["All"]),
            lambda answer: answer.get("Messages"))
        message, = answer["Messages"]
        self.sqs.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
        return message

    def test_a_message_comes_as_it_was_sent(self):
        sent = self.sqs.send_message(
            QueueUrl=self.queue, MessageBody="hello", MessageAttributes={"kind": {"DataType": "String", "StringValue": "release"}})
        message = self.receive()
        self.assertEqual((sent["MessageId"], sent["MD5OfMessageBody"]), (message["MessageId"], message["MD5OfBody"]))
        self.assertEqual(sent["MD5OfMessageAttributes"], message["MD5OfMessageAttributes"])
        self.assertEqual("release", message["MessageAttributes"]["kind"]["StringValue"])
        self.assertEqual("1", message["Attributes"]["ApproximateReceiveCount"])
        with self.assertRaises(self.sqs.exceptions.QueueDoesNotExist):
            self.sqs.get_queue_url(QueueName="nobody")

    def test_the_command_line_sends_and_receives(self):
        for line in (
            "aws sqs create-queue --queue-name typed", "aws sqs list-queues --queue-name-prefix typed",
            "aws sns create-topic --name typed", "aws sns list-topics",
            f"aws sns subscribe --topic-arn arn:aws:sns:{ACCOUNT}:typed --protocol sqs --notification-endpoint arn:aws:sqs:{ACCOUNT}:typed",
            f"aws sns publish --topic-arn arn:aws:sns:{ACCOUNT}:typed --subject Hello --message world",
        ):
            result = self.served.aws(self.with_endpoint(line))
            self.assertEqual(0, result.returncode, f"{line}\n{result.stderr}")
        url = self.sqs.get_queue_url(QueueName="typed")["QueueUrl"]
        result = self.served.aws(self.with_endpoint(f"aws sqs receive-message --queue-url {url} --wait-time-seconds 5"))
        envelope = json.loads(json.loads(result.stdout)["Messages"][0]["Body"])
        self.assertEqual(("Notification", "Hello", "world"), (envelope["Type"], envelope["Subject"], envelope["Message"]))

    def test_an_alarm_on_metric_math_tells_a_topic(self):
        topic = self.sns.create_topic(Name="judged-alarms")["TopicArn"]
        queue = self.sqs.create_queue(QueueName="judged-alarms")["QueueUrl"]
        self.sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=f"arn:aws:sqs:{ACCOUNT}:judged-alarms")
        metrics = [
            {"Id": "rate", "Expression": "100 * m1 / m2", "Label": "Rate", "ReturnData": True},
            *({
                "Id": name, "ReturnData": False,
                "MetricStat": {"Metric": {"Namespace": "Judged", "MetricName": name, "Dimensions": []}, "Period": 60, "Stat": "Sum"},
            } for name in ("m1", "m2")),
        ]
        self.cloudwatch.put_metric_alarm(
            AlarmName="judged-math", Metrics=metrics, EvaluationPeriods=1, Threshold=5, ComparisonOperator="GreaterThanThreshold", AlarmActions=[topic])
        described, = self.cloudwatch.describe_alarms(AlarmNames=["judged-math"])["MetricAlarms"]
        self.assertEqual(metrics, described["Metrics"])
        self.cloudwatch.set_alarm_state(AlarmName="judged-math", StateValue="ALARM", StateReason="judged")
        mail = json.loads(json.loads(self.receive(queue)["Body"])["Message"])
        self.assertEqual(("judged-math", "ALARM", "INSUFFICIENT_DATA", "judged"), (
            mail["AlarmName"], mail["NewStateValue"], mail["OldStateValue"], mail["NewStateReason"]))
        self.assertEqual("100 * m1 / m2", mail["Trigger"]["Metrics"][0]["Expression"])

    def test_a_rule_sends_to_a_queue(self):
        queue = self.sqs.create_queue(QueueName="judged-events")["QueueUrl"]
        self.events.put_rule(Name="judged-queue", EventPattern='{"source":["judged"]}')
        put = self.events.put_targets(Rule="judged-queue", Targets=[{"Id": "q", "Arn": f"arn:aws:sqs:{ACCOUNT}:judged-events"}])
        self.assertEqual(0, put["FailedEntryCount"])
        self.events.put_events(Entries=[{"Source": "judged", "DetailType": "It", "Detail": "{\"a\":1}"}])
        event = json.loads(self.receive(queue)["Body"])
        self.assertEqual(("judged", "It", {"a": 1}), (event["source"], event["detail-type"], event["detail"]))

    def with_endpoint(self, line):
        return line.replace("aws ", f"aws --endpoint-url {self.served.url} ", 1)
