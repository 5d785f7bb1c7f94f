"""Calls of CloudWatch's at any endpoint, through boto3: moto does not speak the protocol of the AWS SDK for .NET (RPC v2 CBOR)."""

import datetime

from botocore.exceptions import ClientError

NAME = "called-errors"
ALARM = {
    "AlarmName": NAME, "AlarmDescription": "Errors of nobody", "Namespace": "Called", "MetricName": "Errors", "Statistic": "Sum", "Period": 60,
    "Dimensions": [{"Name": "FunctionName", "Value": "called"}, {"Name": "Resource", "Value": "called:live"}], "EvaluationPeriods": 1, "Threshold": 1.0,
    # Without data it keeps its state.
    "ComparisonOperator": "GreaterThanThreshold", "TreatMissingData": "ignore",
}
# Over, wherever the embedded AWS's clock may be, and not so long ago that data of it is refused.
MINUTE = datetime.datetime.now(datetime.UTC).replace(minute=0, second=0, microsecond=0) - datetime.timedelta(hours=6)
METRIC = {"Namespace": "Called", "MetricName": "Greetings", "Dimensions": [{"Name": "Resource", "Value": "called:live"}]}


def datum(value, second):
    metric = {name: METRIC[name] for name in ("MetricName", "Dimensions")}
    return {**metric, "Value": value, "Unit": "Count", "Timestamp": MINUTE + datetime.timedelta(seconds=second)}


def query(statistic, minutes):
    return {
        "MetricDataQueries": [{"Id": "m1", "MetricStat": {"Metric": METRIC, "Period": 60, "Stat": statistic}}],
        "StartTime": MINUTE, "EndTime": MINUTE + datetime.timedelta(minutes=minutes),
    }


# What is called, the operation, and what it is asked.
CALLS = [
    ("put an alarm", "put_metric_alarm", ALARM),
    ("describe it, and one that is not there", "describe_alarms", {"AlarmNames": [NAME, "none"]}),
    ("set it to ALARM", "set_alarm_state", {"AlarmName": NAME, "StateValue": "ALARM", "StateReason": "by hand"}),
    ("describe it in ALARM", "describe_alarms", {"AlarmNames": [NAME]}),
    ("put it anew", "put_metric_alarm", {**ALARM, "EvaluationPeriods": 2}),
    ("describe it put anew", "describe_alarms", {"AlarmNames": [NAME]}),
    ("set one that is not there", "set_alarm_state", {"AlarmName": "none", "StateValue": "OK", "StateReason": "by hand"}),
    ("set it to what is no state", "set_alarm_state", {"AlarmName": NAME, "StateValue": "FINE", "StateReason": "by hand"}),
    ("put one with a period of 7 s", "put_metric_alarm", {**ALARM, "AlarmName": "new", "Period": 7}),
    ("put one of more than a day", "put_metric_alarm", {**ALARM, "AlarmName": "new", "EvaluationPeriods": 1441}),
    ("put one that needs more data than it sees", "put_metric_alarm", {**ALARM, "AlarmName": "new", "DatapointsToAlarm": 2}),
    ("put a composite alarm", "put_composite_alarm", {"AlarmName": "called-any", "AlarmRule": f'ALARM("{NAME}")'}),
    ("put a composite alarm of nonsense", "put_composite_alarm", {"AlarmName": "called-none", "AlarmRule": "nonsense"}),
    ("describe the composite alarm unasked", "describe_alarms", {"AlarmNames": ["called-any"]}),
    ("describe both kinds", "describe_alarms", {"AlarmNames": [NAME, "called-any"], "AlarmTypes": ["MetricAlarm", "CompositeAlarm"]}),
    ("describe too many", "describe_alarms", {"AlarmNames": [f"a{i}" for i in range(101)]}),
    ("delete the composite alarm", "delete_alarms", {"AlarmNames": ["called-any"]}),
    ("delete the alarm", "delete_alarms", {"AlarmNames": [NAME]}),
    ("describe the deleted alarm", "describe_alarms", {"AlarmNames": [NAME]}),
    ("put data", "put_metric_data", {"Namespace": "Called", "MetricData": [datum(1, 5), datum(1, 30), datum(3, 65)]}),
    *((f"get the {statistic}", "get_metric_data", query(statistic, 5)) for statistic in ["Sum", "Average", "Minimum", "Maximum", "SampleCount"]),
    ("get what has no data", "get_metric_data", {**query("Sum", 5), "StartTime": MINUTE - datetime.timedelta(hours=1), "EndTime": MINUTE}),
    ("get from the end to the start", "get_metric_data", query("Sum", -5)),
]


def plain(value):
    """Without times, which the two clocks make different; those of data are told by how far they are from the first."""
    if isinstance(value, dict):
        return {name: [str(time - MINUTE) for time in one] if name == "Timestamps" else plain(one) for name, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return "a time" if isinstance(value, datetime.datetime) else value


def transcript(client):
    """What the calls came to, by their names."""
    made = {}
    for call, operation, asked in CALLS:
        try:
            answer = getattr(client, operation)(**asked)
            made[call] = {"status": answer.pop("ResponseMetadata")["HTTPStatusCode"], "answer": plain(answer)}
        except ClientError as refusal:
            made[call] = {"status": refusal.response["ResponseMetadata"]["HTTPStatusCode"], "error": refusal.response["Error"]["Code"]}
    return made
