"""The run lines of the pipelines in docs/examples, as each platform gives them to a shell."""

import re
import textwrap

import yaml

import project

EXAMPLES = project.ROOT / "docs" / "examples"
COMMIT = "1f0c2d7a9b8e7d6c5b4a39281706f5e4d3c2b1a0"


def text(name):
    return (EXAMPLES / name).read_text()


def github():
    steps = yaml.safe_load(text("github-actions.yml"))["jobs"]["release"]["steps"]
    return [step["run"] for step in steps if "run" in step]


def gitlab():
    return ["\n".join(yaml.safe_load(text("gitlab-ci.yml"))["release"]["script"])]


def jenkins():
    found = re.findall(r"\bsh '''(.*?)'''|\bsh '([^']*)'", text("Jenkinsfile"), re.DOTALL)
    # Groovy joins what goes on after a backslash.
    return [textwrap.dedent(many or one).replace("\\\n", "") for many, one in found]


def azure():
    stage, = yaml.safe_load(text("azure-pipelines.yml"))["stages"]
    steps = stage["jobs"][0]["strategy"]["runOnce"]["deploy"]["steps"]
    return [step["inputs"]["inlineScript"] for step in steps if "inputs" in step]


# The shell that runs each script, and the variables by which the platform tells the commit.
PLATFORMS = {
    "GitHub Actions": (["bash", "-e"], github, {"GITHUB_SHA": COMMIT, "GITHUB_ACTIONS": "true"}),
    "GitLab": (["bash", "-eo", "pipefail"], gitlab, {"CI_COMMIT_SHA": COMMIT, "CI": "true"}),
    "Jenkins": (["sh", "-xe"], jenkins, {"GIT_COMMIT": COMMIT}),
    "Azure Pipelines": (["bash"], azure, {"BUILD_SOURCEVERSION": COMMIT, "TF_BUILD": "True"}),
}
