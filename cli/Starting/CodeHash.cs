using System.Security.Cryptography;
using Canary.Cli.CommandLine;

namespace Canary.Cli.Starting;

/// <summary>The hash by which Lambda knows code: a rollout that is given it releases this code and no other.</summary>
internal static class CodeHash
{
    private const int Length = 44;

    /// <param name="given">A zip file, or the hash itself.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CommandFault">It is neither.</exception>
    public static async Task<string> OfAsync(string given, CancellationToken cancellationToken)
    {
        if (!File.Exists(given))
        {
            return given.Length == Length && Convert.TryFromBase64String(given, new byte[Length], out var read) && read == 32
                ? given
                : throw CommandFault.Misused($"--code-sha256 is \"{given}\". Give the zip file that was uploaded, "
                    + "or the Base64 of its SHA-256, as Lambda shows it.");
        }
        try
        {
            await using var zip = File.OpenRead(given);
            return Convert.ToBase64String(await SHA256.HashDataAsync(zip, cancellationToken));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw CommandFault.Misused($"{given} cannot be read: {fault.Message}");
        }
    }
}
