"""Can a team without the .NET SDK deploy a release? It is made, packaged by the `aws` command line, and run as it is by the embedded AWS."""

import json
import logging
import os
import re
import subprocess
import sys
import unittest
import zipfile

import boto3
from moto.server import ThreadedMotoServer
from samtranslator.yaml_helper import yaml_parse

import project
import sam_build
import stage
from sam import cfn_lint, transformed
from served import Served, until

ARCHITECTURE = {"linux-x64": "x86_64", "linux-arm64": "arm64"}[project.RUNTIME]
BUCKET = "releases"
FUNCTION = "AWS::Serverless::Function"


class ReleaseTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        lambdas, printed = sam_build.packed(project.RUNTIME, native=True)
        if lambdas is None:
            raise AssertionError(printed)
        made = project.run("dotnet", "build", "release", f"-p:Architecture={ARCHITECTURE}", f"-p:Lambdas={lambdas}", cwd=project.scratch())
        if made.returncode != 0:
            raise AssertionError(made.stdout)
        cls.folder = project.scratch() / "unpacked"
        with zipfile.ZipFile(project.scratch() / "artifacts" / "release" / f"canary-{ARCHITECTURE}.zip") as archive:
            cls.files = sorted(archive.namelist())
            archive.extractall(cls.folder)
        cls.template = yaml_parse((cls.folder / "template.yaml").read_text())

    def test_the_archive_has_the_template_and_what_it_names(self):
        self.assertEqual(["README.md", "lambdas.zip", "samconfig.toml", "statemachines/canary.asl.json", "template.yaml"], self.files)

    def test_the_lambdas_may_be_executed(self):
        with zipfile.ZipFile(self.folder / "lambdas.zip") as archive:
            modes = {entry.filename: entry.external_attr >> 16 & 0o111 for entry in archive.infolist()}
        self.assertEqual({"Canary.Functions": 0o111}, modes)

    def test_the_template_differs_in_its_code_and_processor_alone(self):
        own = project.template()
        own["Globals"]["Function"].pop("CodeUri")
        own["Parameters"]["Architecture"].update(Default=ARCHITECTURE, AllowedValues=[ARCHITECTURE])
        for resource in own["Resources"].values():
            if resource["Type"] == FUNCTION:
                resource["Properties"]["CodeUri"] = "lambdas.zip"
        self.assertEqual(own, self.template)

    def test_cfn_lint_finds_nothing(self):
        self.assertEqual([], cfn_lint((self.folder / "template.yaml").read_text()))

    def test_the_aws_command_line_packages_it(self):
        """The lines of its README, the first of them as it is; what CloudFormation does with the second is AWS's alone."""
        line = re.search(r"^aws cloudformation package .*$", (self.folder / "README.md").read_text(), re.MULTILINE).group()
        logging.getLogger("werkzeug").setLevel(logging.CRITICAL)
        server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
        server.start()
        try:
            host, port = server.get_host_and_port()
            environment = {
                **{name: value for name, value in os.environ.items() if not name.startswith("AWS_")}, "BUCKET": BUCKET, "AWS_ACCESS_KEY_ID": "judge",
                "AWS_SECRET_ACCESS_KEY": "judge", "AWS_DEFAULT_REGION": "us-east-1", "AWS_ENDPOINT_URL": f"http://{host}:{port}",
            }
            s3 = boto3.client(
                "s3", endpoint_url=environment["AWS_ENDPOINT_URL"], region_name="us-east-1", aws_access_key_id="judge", aws_secret_access_key="judge"
            )
            s3.create_bucket(Bucket=BUCKET)
            packaged = subprocess.run(
                ["bash", "-c", line.replace("aws ", f"{sys.executable} -m awscli ", 1)], cwd=self.folder, env=environment, stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
            )
            self.assertEqual(0, packaged.returncode, packaged.stdout)
            template = yaml_parse((self.folder / "packaged.yaml").read_text())
            functions = [resource["Properties"]["CodeUri"] for resource in template["Resources"].values() if resource["Type"] == FUNCTION]
            self.assertEqual(len(project.STEPS + project.BESIDE), len(functions))
            # One file for all of them, and as it is in the archive: with the rights that it has there.
            (uri,) = set(functions)
            body = s3.get_object(Bucket=BUCKET, Key=uri.removeprefix(f"s3://{BUCKET}/"))["Body"].read()
            self.assertEqual((self.folder / "lambdas.zip").read_bytes(), body)
            self.assertIn("Canary", transformed(template))
        finally:
            server.stop()

    def test_a_rollout_runs_on_it(self):
        served = Served(100, "--traffic", "0", "--delays", "0", "--release", self.folder)
        try:
            aws = served.client("lambda")
            aws.create_function(
                FunctionName="released", Runtime="dotnet10", Handler="Nothing", Role="arn:aws:iam::123456789012:role/judged", Code={"ZipFile": stage.code()},
                Publish=True,
            )
            aws.create_alias(FunctionName="released", Name="live", FunctionVersion="1")
            aws.update_function_configuration(FunctionName="released", Environment={"Variables": {"RELEASE": "2"}})
            states = served.client("stepfunctions")
            asked = {"functionName": "released", "aliasName": "live", "deploymentConfig": "Canary10Percent5Minutes"}
            execution = states.start_execution(stateMachineArn=served.state_machine, input=json.dumps(asked))["executionArn"]
            ended = until(lambda: states.describe_execution(executionArn=execution), lambda seen: seen["status"] != "RUNNING")
            self.assertEqual(("SUCCEEDED", "Promoted"), (ended["status"], json.loads(ended.get("output", "{}")).get("outcome")), ended)
            self.assertEqual("2", aws.get_alias(FunctionName="released", Name="live")["FunctionVersion"])
        finally:
            served.kill()
