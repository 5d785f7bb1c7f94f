namespace Canary.News;

/// <summary>The port to the metrics of rollouts.</summary>
public interface IFigures
{
    /// <summary>Adds those of a rollout that has ended.</summary>
    void Write(RolloutFigures figures);
}
