namespace Canary.Architecture.Tests.House;

/// <summary>A project: its floors, the top one first.</summary>
internal sealed record Wing(string Folder, string Holds, params Floor[] Floors)
{
    /// <summary>Namespaces that nothing in this wing may name, with all below them.</summary>
    public IReadOnlyList<string> Never { get; init; } = [];

    public IEnumerable<Room> Rooms => Floors.SelectMany(floor => floor.Rooms);

    /// <summary>
    /// The room that a folder belongs to: the nearest above it. The wing's own folder holds only its own files.
    /// </summary>
    public Room? RoomOf(string folder) =>
        Rooms.Where(room => room.Folder.Length == 0 ? folder == Folder : IsIn(folder, $"{Folder}/{room.Folder}"))
            .MaxBy(room => room.Folder.Length);

    /// <summary>The number of a room's floor: the lowest is 1.</summary>
    public int Height(Room room) => Floors.Length - Array.FindIndex(Floors, floor => floor.Rooms.Contains(room));

    private static bool IsIn(string folder, string room) =>
        folder == room || folder.StartsWith(room + "/", StringComparison.Ordinal);
}
