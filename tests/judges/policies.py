"""IAM, as far as the project's policies go: which statements a template gives a role, and whether they allow a call."""

import re

import project

ACCOUNT, REGION = "123456789012", "us-east-1"
# What the embedded AWS deploys the template as.
PSEUDO = {"AWS::Partition": "aws", "AWS::Region": REGION, "AWS::AccountId": ACCOUNT, "AWS::StackName": "canary"}


def as_list(value):
    return value if isinstance(value, list) else [value]


class Names:
    """What Ref, Fn::GetAtt and Fn::Sub of a template stand for."""

    def __init__(self, template, **parameters):
        defaults = {name: one.get("Default", "") for name, one in template.get("Parameters", {}).items()}
        self.values = {**PSEUDO, **defaults, **parameters}
        self.resources = template["Resources"]

    def resolve(self, value):
        match value:
            case {"Ref": name}:
                return self.ref(name)
            case {"Fn::GetAtt": [name, "Arn"]}:
                return self.arn(name)
            case {"Fn::Sub": text}:
                return re.sub(r"\$\{([\w:.]+)\}", lambda found: self.member(found.group(1)), text)
            case dict():
                return {key: self.resolve(one) for key, one in value.items()}
            case list():
                return [self.resolve(one) for one in value]
        return value

    def member(self, text):
        name, _, attribute = text.partition(".")
        return {"": self.ref, "Arn": self.arn, "Name": self.name}[attribute](name)

    def ref(self, name):
        if name in self.values:
            return self.values[name]
        return self.arn(name) if self.resources[name]["Type"].endswith("::StateMachine") else self.name(name)

    def name(self, logical_id):
        properties = self.resources[logical_id].get("Properties", {})
        given = next((properties[key] for key in ("FunctionName", "Name", "BucketName", "RoleName") if key in properties), None)
        return self.resolve(given) if given else logical_id

    def arn(self, logical_id):
        kind, name = self.resources[logical_id]["Type"], self.name(logical_id)
        if kind.endswith("::Function"):
            return f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{name}"
        if kind.endswith("::StateMachine"):
            return f"arn:aws:states:{REGION}:{ACCOUNT}:stateMachine:{name}"
        if kind == "AWS::S3::Bucket":
            return f"arn:aws:s3:::{name}"
        return f"arn:aws:iam::{ACCOUNT}:role/{name}"

    def statements(self, document):
        return [self.resolve(statement) for statement in document["Statement"]]


def pipeline_policy():
    """What the stack's output offers to the role of a pipeline."""
    template = project.template()
    return Names(template).statements(template["Resources"]["PipelinePolicy"]["Properties"]["PolicyDocument"])


def matches(pattern, text):
    return re.fullmatch(re.escape(pattern).replace(r"\*", ".*").replace(r"\?", "."), text, re.DOTALL) is not None


def covering(statements, action, resource):
    """The statements that speak of a call."""
    return [
        one for one in statements
        if any(matches(given, action) for given in as_list(one["Action"])) and any(matches(given, resource) for given in as_list(one["Resource"]))
    ]


def allows(statements, action, resource):
    effects = {one["Effect"] for one in covering(statements, action, resource)}
    return effects == {"Allow"}
