"""Packages with the official names, versions and public members and no deeds, made from official-api.txt: what compiles against them has a good chance
to compile against the real ones, which a package source may lack.

Those of the AWS SDK are written from the list. Those of Amazon.Lambda.* are the assemblies of compat/, which tests hold against the same list.
"""

import pathlib
import re
import subprocess
import xml.etree.ElementTree
import zipfile

import project

LIST = project.ROOT / "tests" / "Canary.Compat.Tests" / "official-api.txt"
SDK = ["CloudWatch", "EventBridge", "Lambda", "StepFunctions"]
FROM_COMPAT = {
    "Amazon.Lambda.Annotations": [],
    "Amazon.Lambda.Core": [],
    "Amazon.Lambda.RuntimeSupport": ["Amazon.Lambda.Core"],
    "Amazon.Lambda.Serialization.SystemTextJson": ["Amazon.Lambda.Core"],
    "Amazon.Lambda.TestUtilities": ["Amazon.Lambda.Core"],
}
TYPE = re.compile(r"^(class|interface|enum) (\S+)\.([^.\s]+?)(?: : (\S+))? \{(.*)\}$")
MEMBER = re.compile(r"^(?P<name>\w+)(?:\((?P<parameters>.*)\))?(?P<sign>[:=]|$)(?P<type>.*?)(?P<get> get)?$")


def versions():
    tree = xml.etree.ElementTree.parse(project.ROOT / "Directory.Packages.props")
    return {one.get("Include"): one.get("Version") for one in tree.iter("PackageVersion")}


def types(namespace):
    """(kind, namespace, name, base, members) of each type in a namespace or its Model."""
    for line in LIST.read_text().splitlines():
        found = TYPE.match(line)
        if found and found[2] in (namespace, f"{namespace}.Model"):
            yield found[1], found[2], found[3], found[4], [member for member in found[5].strip().split("; ") if member]


def parameters(text):
    names = {"CancellationToken": "cancellationToken", "String": "text"}
    listed = [one for one in re.split(r",(?![^<]*>)", text) if one]
    return [
        (kind, f"{names.get(kind, 'request' if kind.endswith('Request') else 'argument')}{index or ''}" if kind != "CancellationToken" else "cancellationToken")
        for index, kind in enumerate(listed)
    ]


def declared(listed, kind="class"):
    return ", ".join(
        f"{one} {name}{' = default' if one == 'CancellationToken' else ''}" for one, name in listed
    )


def constant(name, members):
    values = [member.split("=")[0] for member in members if "=" in member]
    fields = "".join(f' public static readonly {name} {value} = new("{value}");' for value in values)
    return (
        f"public class {name} : ConstantClass {{ public {name}(string value) : base(value) {{ }}{fields}"
        f" public static {name} FindValue(string value) => throw null;"
        f" public static implicit operator {name}(string value) => throw null; }}"
    )


def config(service):
    return f"""public partial class Amazon{service}Config : ClientConfig
    {{
        public Amazon{service}Config() : base(null) {{ }}
        public static new string ServiceId => "";
        public override string RegionEndpointServiceName => "";
        public override string ServiceVersion => "";
        public override string UserAgent => "";
        public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) => throw null;
    }}"""


def member(owner, kind, base, text):
    found = MEMBER.match(text)
    name, type_, listed = found["name"], found["type"], parameters(found["parameters"] or "")
    if name == "ctor":
        passed = "" if base is None else f" : base({', '.join(one for _, one in listed)})"
        return f"public {owner}({declared(listed)}){passed} {{ }}"
    if found["parameters"] is not None:
        type_ = {"Void": "void"}.get(type_, type_)
        if kind == "interface":
            return f"{type_} {name}({declared(listed)});"
        return f"public virtual {type_} {name}({declared(listed)}) => throw null;"
    return f"{'' if kind == 'interface' else 'public '}{type_} {name} {{ get; {'' if found['get'] else 'set; '}}}"


def written(service, kind, name, base, members):
    if base == "ConstantClass":
        return constant(name, members)
    if name == f"Amazon{service}Config":
        return config(service)
    client = name == f"Amazon{service}Client"
    own = [one for one in members if not one.startswith(("Config:", "Dispose("))]
    # The credentials tell a client's base apart; nobody calls it here.
    body = [
        member(name, kind, None, one).replace(") { }", ") : base((AWSCredentials)null, (ClientConfig)null) { }") if client and one.startswith("ctor")
        else member(name, kind, base if base and base.endswith("Exception") else None, one)
        for one in own
    ]
    bases = [base] if base else []
    if client:
        bases.append(f"IAmazon{service}")
        body.append("IClientConfig IAmazonService.Config => throw null;")
    if name == f"IAmazon{service}":
        bases += ["IAmazonService", "IDisposable"]
        body.append("static ClientConfig IAmazonService.CreateDefaultClientConfig() => throw null;")
        body.append("static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials credentials, ClientConfig config) => throw null;")
    inherits = f" : {', '.join(bases)}" if bases else ""
    return f"public partial {kind} {name}{inherits} {{ {' '.join(body)} }}"


def source(service):
    namespace = f"Amazon.{service}"
    usings = [
        "System", "System.Collections.Generic", "System.IO", "System.Net", "System.Threading", "System.Threading.Tasks", "Amazon", "Amazon.Runtime",
        "Amazon.Runtime.Endpoints", namespace, f"{namespace}.Model",
    ]
    lines = ["#pragma warning disable", *(f"using {one};" for one in usings)]
    for kind, where, name, base, members in types(namespace):
        lines.append(f"namespace {where} {{ {written(service, kind, name, base, members)} }}")
    return "\n".join(lines) + "\n"


def compile_sdk(folder, core):
    """Builds the assemblies of the AWS SDK, all in one build."""
    for service in SDK:
        (folder / service).mkdir(parents=True)
        (folder / service / "Api.cs").write_text(source(service))
        (folder / service / f"AWSSDK.{service}.csproj").write_text(PROJECT.format(core=core))
    (folder / "All.proj").write_text(ALL)
    return subprocess.run(
        ["dotnet", "build", str(folder / "All.proj"), "-v:quiet", "-nologo"], cwd=folder, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
    )


def pack(feed, name, version, dependencies, files):
    listed = "".join(f'<dependency id="{id_}" version="{range_}" />' for id_, range_ in dependencies.items())
    with zipfile.ZipFile(feed / f"{name}.{version}.nupkg", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{name}.nuspec", NUSPEC.format(name=name, version=version, dependencies=listed))
        for path, inside in files.items():
            archive.write(path, inside)


def make(folder):
    """Makes the packages in folder/feed and answers that folder. What compat/ builds must have been built."""
    known = versions()
    built = compile_sdk(folder / "sdk", known["AWSSDK.Core"])
    if built.returncode != 0:
        raise RuntimeError(f"What official-api.txt says does not compile:\n{built.stdout}")
    feed = folder / "feed"
    feed.mkdir()
    for service in SDK:
        name = f"AWSSDK.{service}"
        library = folder / "sdk" / service / "bin" / "Debug" / "net10.0" / f"{name}.dll"
        # The real ones say [4.0.100, 5.0): here the one that is at hand.
        pack(feed, name, known[name], {"AWSSDK.Core": f"[{known['AWSSDK.Core']}, 5.0.0)"}, {library: f"lib/net10.0/{name}.dll"})
    for name, needs in FROM_COMPAT.items():
        files = {compat(name, "net10.0"): f"lib/net10.0/{name}.dll"}
        if name == "Amazon.Lambda.Annotations":
            generator = f"{name}.SourceGenerator"
            files[compat(generator, "netstandard2.0")] = f"analyzers/dotnet/cs/{generator}.dll"
        pack(feed, name, known[name], {one: known[one] for one in needs}, files)
    return feed


def compat(name, framework):
    return pathlib.Path(project.ROOT, "compat", name, "bin", "Debug", framework, f"{name}.dll")


PROJECT = """<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <LangVersion>latest</LangVersion>
    <NuGetAudit>false</NuGetAudit>
    <WarningLevel>0</WarningLevel>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="AWSSDK.Core" Version="{core}" />
  </ItemGroup>
</Project>
"""

ALL = """<Project>
  <ItemGroup>
    <One Include="*/*.csproj" />
  </ItemGroup>
  <Target Name="Build">
    <MSBuild Projects="@(One)" Targets="Restore" Properties="Step=restore" BuildInParallel="true" />
    <MSBuild Projects="@(One)" Targets="Build" BuildInParallel="true" />
  </Target>
</Project>
"""

NUSPEC = """<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
  <metadata>
    <id>{name}</id>
    <version>{version}</version>
    <authors>Canary</authors>
    <description>A stand-in with the official name, to compile against. It does nothing.</description>
    <dependencies><group targetFramework="net10.0">{dependencies}</group></dependencies>
  </metadata>
</package>
"""
