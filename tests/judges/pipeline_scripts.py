"""The run lines of the pipelines in docs/examples, as each platform gives them to a shell."""

import re
import textwrap

import yaml

import project

EXAMPLES = project.ROOT / "docs" / "examples"


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


# The shell that runs each script, and the variable by which the platform tells the commit.
PLATFORMS = {
    "GitHub Actions": (["bash", "-e"], github, "GITHUB_SHA"),
    "GitLab": (["bash", "-eo", "pipefail"], gitlab, "CI_COMMIT_SHA"),
    "Jenkins": (["sh", "-xe"], jenkins, "GIT_COMMIT"),
    "Azure Pipelines": (["bash"], azure, "BUILD_SOURCEVERSION"),
}
