namespace Canary.Local.CloudWatch.Alarms;

/// <summary>What a period without data counts as, when there are too few with data.</summary>
internal enum TreatMissingData
{
    Missing,
    NotBreaching,
    Breaching,
    Ignore,
}
