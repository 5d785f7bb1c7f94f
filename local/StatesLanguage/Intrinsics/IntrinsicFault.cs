namespace Canary.StatesLanguage.Intrinsics;

/// <summary>An intrinsic function does not accept its arguments.</summary>
internal sealed class IntrinsicFault(string message) : Exception(message);
