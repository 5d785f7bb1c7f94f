using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Canary.Local.Lambda.Errors;

namespace Canary.Local.Lambda.Model;

/// <summary>A function's code, unpacked.</summary>
/// <param name="Directory">Where it lies.</param>
/// <param name="Sha256">Base64: of the zip file, as on AWS, or of all names and contents in the directory.</param>
/// <param name="Size">Of the zip file or of all the files, in bytes.</param>
internal sealed record CodePackage(string Directory, string Sha256, long Size)
{
    private const int ZippedLimit = 52_428_800;
    private const int UnzippedLimit = 262_144_000;

    /// <exception cref="DirectoryNotFoundException">There is no such directory.</exception>
    public static CodePackage FromDirectory(string directory)
    {
        var root = Path.GetFullPath(directory);
        if (!System.IO.Directory.Exists(root))
            throw new DirectoryNotFoundException($"There is no code directory '{root}'. Build the function first.");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var size = 0L;
        var files = System.IO.Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories);
        foreach (var name in files.Select(file => Path.GetRelativePath(root, file)).Order(StringComparer.Ordinal))
        {
            var content = File.ReadAllBytes(Path.Combine(root, name));
            hash.AppendData(Encoding.UTF8.GetBytes(name.Replace('\\', '/') + '\0'));
            // The length keeps two files from passing for one with both contents.
            var length = new byte[8];
            BinaryPrimitives.WriteInt64LittleEndian(length, content.LongLength);
            hash.AppendData(length);
            hash.AppendData(content);
            size += content.LongLength;
        }
        return new CodePackage(root, Convert.ToBase64String(hash.GetHashAndReset()), size);
    }

    public static CodePackage FromZip(byte[] zip, string parent)
    {
        if (zip.Length > ZippedLimit) throw LambdaErrors.TooLarge("Zipped size", $"{ZippedLimit} bytes");
        if (zip.Length == 0) throw LambdaErrors.Invalid("Uploaded file must be a non-empty zip");
        var directory = Path.Combine(parent, Guid.NewGuid().ToString("N"));
        try
        {
            using var archive = new ZipArchive(new MemoryStream(zip));
            if (archive.Entries.Sum(entry => entry.Length) > UnzippedLimit)
                throw LambdaErrors.Invalid($"Unzipped size must be smaller than {UnzippedLimit} bytes");
            archive.ExtractToDirectory(directory);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            throw LambdaErrors.Invalid("Could not unzip uploaded file. Please check your file, then try to upload again.");
        }
        return new CodePackage(directory, Convert.ToBase64String(SHA256.HashData(zip)), zip.LongLength);
    }
}
