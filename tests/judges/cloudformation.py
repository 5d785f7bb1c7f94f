"""What CloudFormation does to a function, its versions and its alias when a stack is updated: the embedded AWS has no CloudFormation.

It compares the new template with the one before, not with what is there, and calls for what has changed. Two things are not documented: whether an
update of an alias without a RoutingConfig takes its weights away, and so both are played; and what a refused update looks like on the way back, which is
played as the same calls with the old values.
"""

import io
import logging
import zipfile

from botocore.exceptions import ClientError
from samtranslator.yaml_helper import yaml_parse

import sam

KINDS = ["AWS::Lambda::Function", "AWS::Lambda::Version", "AWS::Lambda::Alias"]


def translated(template, code):
    """The template's resources as SAM's transform makes them, with the packages that a deployment has uploaded."""
    template = yaml_parse(template)
    for name, resource in template["Resources"].items():
        if isinstance(resource.get("Properties", {}).get("CodeUri"), str):
            resource["Properties"]["CodeUri"] = f"s3://packages/{code if name == 'Orders' else name}"
    # It warns that a switch of AWS's own is not set.
    logging.getLogger("samtranslator.feature_toggle.feature_toggle").setLevel(logging.ERROR)
    return sam.transformed(template, {"CodeBucket": "packages", "CodeKey": code})


def package(content):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        # A time of its own would make the same code another.
        file.writestr(zipfile.ZipInfo("orders.py"), content)
    return archive.getvalue()


class UpdateFailed(Exception):
    """The stack's update was refused, and CloudFormation has taken it back."""


class Stack:
    """One stack with one function. What it calls is noted, without the reads."""

    def __init__(self, client, clears_weights=False):
        self.aws, self.clears_weights = client, clears_weights
        self.resources, self.physical, self.calls = {}, {}, []

    def update(self, resources):
        ours = {name: one for name, one in resources.items() if one["Type"] in KINDS and self.is_orders(one)}
        before, versions = self.resources, dict(self.physical)
        try:
            self.move(before, ours)
        except ClientError as refusal:
            self.physical = versions
            self.move(ours, before)
            raise UpdateFailed(str(refusal)) from refusal
        self.resources = ours

    @staticmethod
    def is_orders(resource):
        properties = resource["Properties"]
        return "orders" in (properties.get("FunctionName"), properties.get("Name")) or properties.get("FunctionName") == {"Ref": "Orders"}

    def move(self, before, after):
        for kind in KINDS:
            for name, resource in after.items():
                if resource["Type"] == kind and self.resolved(before.get(name)) != self.resolved(resource):
                    {KINDS[0]: self.function, KINDS[1]: self.version, KINDS[2]: self.alias}[kind](name, before.get(name), resource)

    def resolved(self, resource):
        """A reference to another version is another value."""
        return None if resource is None else self.value(resource["Properties"])

    def value(self, value):
        match value:
            case {"Fn::GetAtt": [name, "Version"]}:
                return self.physical.get(name, name)
            case dict():
                return {key: self.value(one) for key, one in value.items()}
        return value

    def call(self, operation, **arguments):
        self.calls.append(operation)
        return getattr(self.aws, operation)(FunctionName="orders", **arguments)

    def function(self, _, before, resource):
        new, old = resource["Properties"], (before or {}).get("Properties", {})
        code = package(new["Code"]["S3Key"])
        if not old:
            # A runtime that the embedded AWS knows: nobody calls the function.
            self.call(
                "create_function", Runtime="dotnet10", Handler=new["Handler"], Role="arn:aws:iam::123456789012:role/orders", Code={"ZipFile": code},
                Description=new.get("Description", ""),
            )
            return
        if new["Code"] != old["Code"]:
            self.call("update_function_code", ZipFile=code)
        if new.get("Description") != old.get("Description"):
            self.call("update_function_configuration", Description=new.get("Description", ""))

    def version(self, name, *_):
        if name in self.physical:
            return
        there = {one["Version"] for one in self.aws.list_versions_by_function(FunctionName="orders")["Versions"]}
        published = self.call("publish_version")["Version"]
        if published in there:
            message = f"A version for this Lambda function exists ( {published} ). Modify the function to create a new version."
            raise ClientError({"Error": {"Code": "AlreadyExists", "Message": message}}, "PublishVersion")
        self.physical[name] = published

    def alias(self, _, before, resource):
        version = self.value(resource["Properties"]["FunctionVersion"])
        if before is None:
            self.call("create_alias", Name="live", FunctionVersion=version)
            return
        routing = {"RoutingConfig": {}} if self.clears_weights else {}
        self.call("update_alias", Name="live", FunctionVersion=version, **routing)
