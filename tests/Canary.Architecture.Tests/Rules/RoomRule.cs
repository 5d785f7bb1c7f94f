using Canary.Architecture.Tests.House;
using Canary.Architecture.Tests.Source;

namespace Canary.Architecture.Tests.Rules;

/// <summary>Every file is in a room of the list, and every room of the list has a file.</summary>
internal static class RoomRule
{
    public static IEnumerable<string> Faults(IEnumerable<SourceFile> files, IReadOnlyList<Wing> house)
    {
        var folders = files.Select(file => file.Folder).Distinct().ToList();
        var homeless =
            from wing in house
            from folder in folders
            where (folder + "/").StartsWith(wing.Folder + "/", StringComparison.Ordinal) && wing.RoomOf(folder) is null
            where house.All(other => other == wing || other.RoomOf(folder) is null)
            select $"{folder} is in no room of the house: give it a floor in House/Plan.cs, "
                + "or move its files to a room that is there.";
        var empty =
            from wing in house
            from room in wing.Rooms
            where !folders.Any(folder => wing.RoomOf(folder) == room)
            select $"{wing.Folder}/{room.Folder} holds no file: take it off the list in House/Plan.cs.";
        return homeless.Concat(empty);
    }
}
