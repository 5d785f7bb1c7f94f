namespace Canary.Architecture.Tests.House;

/// <summary>Rooms that do not know each other. They may know what is on the floors below.</summary>
internal sealed record Floor(params Room[] Rooms);
