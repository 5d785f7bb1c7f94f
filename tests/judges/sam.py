"""SAM's transform and cfn-lint, as functions."""

import json
import logging
import os
import subprocess
import sys

from samtranslator.translator.transform import transform


class NoManagedPolicies:
    """The translator may look names of managed policies up in IAM. The templates name none, so there is nothing to look up."""

    def load(self):
        return {}


def transformed(template, parameters=None):
    """The resources of a parsed template, as CloudFormation gets them."""
    os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")
    # It keeps metrics of itself for AWS and complains at exit that nobody published them.
    logging.getLogger("samtranslator.metrics").setLevel(logging.CRITICAL)
    return transform(template, parameters or {}, NoManagedPolicies())["Resources"]


def cfn_lint(template):
    """Its findings in a template's text."""
    result = subprocess.run(
        [sys.executable, "-c", "from cfnlint.runner import main; main()", "--format", "json"],
        input=template, capture_output=True, text=True, check=False,
    )
    findings = [f'{finding["Rule"]["Id"]}: {finding["Message"]}' for finding in json.loads(result.stdout)]
    if bool(findings) != bool(result.returncode):
        raise AssertionError(f"cfn-lint did not run: {result.stderr}")
    return findings
