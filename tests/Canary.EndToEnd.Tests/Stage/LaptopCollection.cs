using System.Diagnostics.CodeAnalysis;

namespace Canary.EndToEnd.Tests.Stage;

/// <summary>All tests share one laptop: its processes take longer to start than the tests take to run.</summary>
[CollectionDefinition(nameof(Laptop))]
[SuppressMessage("Naming", "CA1711", Justification = "xunit's own word for it.")]
public sealed class LaptopCollection : ICollectionFixture<Laptop>;
