#nullable enable
namespace Amazon.Compat;

/// <summary>A model class that names its wire fields once: the same lines write a request and read an answer.</summary>
internal interface IShape
{
    void Map(Fields fields);
}
