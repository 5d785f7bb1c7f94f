"""CloudWatch's numbers: moto computes the plain statistics; for the others, which it does not know, Python computes them from the raw values."""

import datetime
import fractions
import json
import math
import random
import shlex
import unittest

from served import shared
from test_moto import Moto

# As in alarm_calls.py: over, wherever the embedded AWS's clock may be. The hour is another one.
START = datetime.datetime.now(datetime.UTC).replace(minute=0, second=0, microsecond=0) - datetime.timedelta(hours=8)
MINUTES = 12
END = START + datetime.timedelta(minutes=MINUTES)
SIMPLE = ["Sum", "Average", "Minimum", "Maximum", "SampleCount"]
PERCENTS = ["50", "90", "99", "99.9", "33.3"]


def metric(name):
    return {"Namespace": "Judged", "MetricName": name, "Dimensions": [{"Name": "Resource", "Value": "judged:live"}]}


def numbers():
    """Raw values by minute, four digits each so that nothing is rounded; some minutes have none, one has a single value."""
    draw = random.Random(4)
    sizes = [40, 0, 1, 7, 99, 0, 0, 3, 150, 20, 2, 0]
    return {minute: [draw.randrange(1, 2000) / 10 for _ in range(size)] for minute, size in enumerate(sizes) if size}


SLOW = numbers()
ERRORS = {0: [1, 0, 1], 1: [2], 3: [0], 4: [5, 5], 11: [1]}


def put(client):
    for name, values in (("Slow", SLOW), ("Errors", ERRORS)):
        judged = {key: metric(name)[key] for key in ("MetricName", "Dimensions")}
        data = [
            {**judged, "Value": value, "Timestamp": START + datetime.timedelta(minutes=minute, seconds=7)}
            for minute, drawn in values.items() for value in drawn
        ]
        # A large request is compressed, which moto cannot read.
        for batch in range(0, len(data), 20):
            client.put_metric_data(Namespace="Judged", MetricData=data[batch : batch + 20])


def query(stat, name="Slow", period=60, **more):
    return {"Id": "m", "Label": "judged", "MetricStat": {"Metric": metric(name), "Period": period, "Stat": stat}, **more}


def ask(client, *queries, **more):
    answer = client.get_metric_data(StartTime=START, EndTime=END, MetricDataQueries=list(queries), **more)
    return [points(result) for result in answer["MetricDataResults"]]


def points(result):
    """In the order of the answer: the minute and the value."""
    return [((stamp - START).total_seconds() / 60, value) for stamp, value in zip(result["Timestamps"], result["Values"])]


def ranked(values, percent):
    """How many of the lowest values a percentile leaves: a fraction of one is kept."""
    return math.ceil(len(values) * fractions.Fraction(percent) / 100)


def computed(stat, values):
    """By the page "CloudWatch statistics definitions"."""
    values = sorted(values)
    if stat == "IQM":
        cut = len(values) // 4
        kept = values[cut : len(values) - cut]
        return sum(kept) / len(kept)
    if stat[0] == "p":
        return values[ranked(values, stat[1:]) - 1]
    kind, bounds = stat[:2].upper(), stat[2:].strip("()")
    if ":" not in bounds:
        kept = values[: ranked(values, bounds)]
    else:
        low, high = (float(bound) if bound else infinite for bound, infinite in zip(bounds.split(":"), (-math.inf, math.inf)))
        kept = [value for value in values if low < value <= high]
    return {
        "TM": lambda: sum(kept) / len(kept) if kept else None, "TC": lambda: len(kept), "TS": lambda: sum(kept), "PR": lambda: 100 * len(kept) / len(values),
    }[kind]()


class MetricsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.local = shared().client("cloudwatch")
        put(cls.local)

    def same(self, expected, actual, what):
        self.assertEqual([place for place, _ in expected], [place for place, _ in actual], what)
        for (_, one), (_, other) in zip(expected, actual):
            self.assertAlmostEqual(one, other, 6, what)

    def command(self, queries, options=""):
        asked = f"--metric-data-queries {shlex.quote(json.dumps(queries))} --start-time {START.isoformat()} --end-time {END.isoformat()}"
        return shared().aws(f"aws --endpoint-url {shared().url} cloudwatch get-metric-data {asked} {options}")

    def test_plain_statistics_are_motos(self):
        moto = Moto()
        self.addCleanup(moto.server.stop)
        moto.begin()
        theirs = moto.client("cloudwatch")
        put(theirs)
        for stat in SIMPLE:
            for order in ("TimestampAscending", "TimestampDescending"):
                for period in (60, 300):
                    asked = query(stat, period=period)
                    self.same(*(ask(client, asked, ScanBy=order)[0] for client in (theirs, self.local)), (stat, order, period))
        stamps = {"StartTime": START, "EndTime": END, "Period": 60, "Statistics": SIMPLE}
        both = [client.get_metric_statistics(**metric("Slow"), **stamps)["Datapoints"] for client in (theirs, self.local)]
        for stat in SIMPLE:
            # moto stamps a data point with its first value's time, AWS with the period's.
            self.same(*(sorted((one["Timestamp"].replace(second=0), one[stat]) for one in datapoints) for datapoints in both), stat)

    def test_other_statistics_are_what_python_computes(self):
        stats = ["IQM", "TC(100:200)", "TC(100:)", "TC(:100)", "TS(100:)", "TM(:123.5)", "PR(:100)", "PR(50:150)", "PR(249:)"]
        stats += [kind + percent for kind in ("p", "tm", "tc", "ts") for percent in PERCENTS]
        for stat in stats:
            expected = [(minute, computed(stat, values)) for minute, values in sorted(SLOW.items())]
            expected = [(minute, value) for minute, value in expected if value is not None]
            self.same(expected, ask(self.local, query(stat), ScanBy="TimestampAscending")[0], stat)
            answer = self.local.get_metric_statistics(**metric("Slow"), StartTime=START, EndTime=END, Period=60, ExtendedStatistics=[stat])
            read = sorted(((one["Timestamp"] - START).total_seconds() / 60, one["ExtendedStatistics"][stat]) for one in answer["Datapoints"])
            self.same(expected, read, stat)

    def test_pages_add_up_to_the_whole(self):
        queries = [{**query(stat), "Id": stat.lower()} for stat in ("Sum", "p90", "SampleCount")]
        whole = ask(self.local, *queries)
        paginator = self.local.get_paginator("get_metric_data")
        for size in (1, 5, 7, 500):
            joined = {one["Id"]: [] for one in queries}
            statuses = {}
            for page in paginator.paginate(MetricDataQueries=queries, StartTime=START, EndTime=END, PaginationConfig={"PageSize": size}):
                self.assertLessEqual(sum(len(result["Values"]) for result in page["MetricDataResults"]), size)
                for result in page["MetricDataResults"]:
                    joined[result["Id"]] += points(result)
                    statuses[result["Id"]] = result["StatusCode"]
            self.assertEqual(whole, list(joined.values()), size)
            self.assertEqual({"Complete"}, set(statuses.values()))

    def test_the_command_line_gets_metric_math(self):
        queries = [
            {**query("Sum", "Errors", ReturnData=False), "Id": "errors"},
            {**query("SampleCount", ReturnData=False), "Id": "requests"},
            {"Id": "rate", "Expression": "100 * FILL(errors, 0) / requests", "Label": "Error rate"},
            {"Id": "bad", "Expression": "IF(rate > 5 AND requests > 2, 1, 0)"},
        ]
        made = self.command(queries, "--scan-by TimestampAscending --label-options Timezone=+0130 --output json")
        self.assertEqual(0, made.returncode, made.stderr)
        rate, bad = json.loads(made.stdout)["MetricDataResults"]
        rates = {minute: 100 * sum(ERRORS.get(minute, [])) / len(values) for minute, values in SLOW.items()}
        self.assertEqual(("Error rate", "bad", "Complete"), (rate["Label"], bad["Label"], rate["StatusCode"]))
        # It prints times as they crossed the wire: seconds.
        self.assertEqual([START.timestamp() + 60 * minute for minute in sorted(rates)], rate["Timestamps"])
        for (_, expected), value in zip(sorted(rates.items()), rate["Values"]):
            self.assertAlmostEqual(expected, value, 9)
        self.assertEqual([float(rates[minute] > 5 and len(SLOW[minute]) > 2) for minute in sorted(rates)], bad["Values"])

    def test_the_command_line_says_what_is_wrong_with_an_expression(self):
        made = self.command([query("Sum", ReturnData=False), {"Id": "e", "Expression": "CEIL(m)"}])
        self.assertNotEqual(0, made.returncode)
        self.assertIn("(ValidationError)", made.stderr)
        self.assertIn("Error in expression 'e': Canary.Local does not support CEIL", made.stderr)
