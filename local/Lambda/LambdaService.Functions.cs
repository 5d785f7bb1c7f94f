using Canary.Local.Faults;
using Canary.Local.Lambda.Functions;
using Canary.Local.Lambda.Model;

namespace Canary.Local.Lambda;

// Functions and their versions.
public sealed partial class LambdaService
{
    /// <summary>
    /// Creates a function from built code. As on AWS the answer shows it as Pending; with no
    /// <see cref="FunctionLifecycle.CreateDelay"/> it is Active at once all the same.
    /// </summary>
    public FunctionConfiguration CreateFunction(
        FunctionDefinition definition, bool publish = false, FunctionLifecycle? lifecycle = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return _functions.Create(definition, CodePackage.FromDirectory(definition.CodeDirectory), publish, lifecycle);
    }

    /// <summary>Gives $LATEST the code in a directory.</summary>
    public FunctionConfiguration UpdateFunctionCode(
        string function, string codeDirectory, string? revisionId = null, bool publish = false) =>
        _functions.Update(function, revisionId, definition => definition, CodePackage.FromDirectory(codeDirectory), publish);

    /// <summary>
    /// Changes the configuration of $LATEST, such as <c>definition => definition with { MemoryMb = 256 }</c>. The code stays.
    /// </summary>
    public FunctionConfiguration UpdateFunctionConfiguration(
        string function, Func<FunctionDefinition, FunctionDefinition> change, string? revisionId = null) =>
        _functions.Update(function, revisionId, change, code: null, publish: false);

    /// <summary>A version as it is now; for an alias its primary version.</summary>
    public FunctionConfiguration GetFunctionConfiguration(string function, string? qualifier = null, StaleRead? stale = null) =>
        _functions.Get(function, qualifier, stale);

    /// <summary>The $LATEST of every function by name, or all versions of all functions.</summary>
    public IReadOnlyList<FunctionConfiguration> ListFunctions(bool allVersions = false) => _functions.List(allVersions);

    /// <summary>Deletes a function with all its versions and aliases, or one version that no alias uses.</summary>
    public void DeleteFunction(string function, string? qualifier = null) => _functions.Delete(function, qualifier);

    /// <summary>Makes a version of $LATEST, or answers with the last one if nothing changed since.</summary>
    public FunctionConfiguration PublishVersion(
        string function, string? description = null, string? codeSha256 = null, string? revisionId = null) =>
        _versions.Publish(function, description, codeSha256, revisionId);

    /// <summary>$LATEST and then the published versions, the oldest first.</summary>
    public IReadOnlyList<FunctionConfiguration> ListVersionsByFunction(string function) => _versions.List(function);

    /// <summary>
    /// Reads how many invocations a function may have at a time over all its versions; null if it has no such limit.
    /// </summary>
    public int? GetFunctionConcurrency(string function) => _concurrency.Get(function);

    /// <summary>Sets that limit; null takes it away.</summary>
    public void PutFunctionConcurrency(string function, int? reserved) => _concurrency.Put(function, reserved);

    internal FunctionConfiguration CreateFunction(FunctionDefinition definition, byte[] zip, bool publish) =>
        _functions.Create(definition, Unpack(zip), publish, lifecycle: null);

    internal FunctionConfiguration UpdateFunctionCode(
        string function, byte[] zip, string? revisionId, bool publish, string? architecture = null) =>
        _functions.Update(
            function, revisionId, definition => definition with
            {
                Architecture = architecture ?? definition.Architecture,
            }, Unpack(zip), publish);

    internal string NameOf(string function) => FunctionReference.Parse(function, null, _store.Account, isPlain: true).Name;

    private CodePackage Unpack(byte[] zip) => CodePackage.FromZip(zip, _uploads.Value.FullName);
}
