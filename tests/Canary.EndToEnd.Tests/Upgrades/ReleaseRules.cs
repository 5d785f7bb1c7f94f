using Canary.EndToEnd.Tests.Safety.Reports;

namespace Canary.EndToEnd.Tests.Upgrades;

/// <summary>What must hold of releases, whenever Canary is upgraded.</summary>
internal static class ReleaseRules
{
    public static IEnumerable<string> ARolloutEndsOnTheReleaseItBeganOn(Report report) =>
        from runs in report.Releases.Runs.Where(ran => !ReleaseLog.Beside.Contains(ran.Lambda)).GroupBy(ran => ran.Execution)
        let releases = runs.Select(ran => ran.Release).Distinct().ToList()
        where releases.Count > 1 || releases[0] > runs.First().Newest
        select $"{runs.Key} ran {string.Join(", ", runs.Select(ran => $"{ran.Lambda} of release {ran.Release}"))}";

    public static IEnumerable<string> WhatStandsBesideIsOfTheNewest(Report report) =>
        from ran in report.Releases.Runs
        where ReleaseLog.Beside.Contains(ran.Lambda) && ran.Release != ran.Newest
        select $"{ran.Lambda} was of release {ran.Release}, though {ran.Newest} was there";
}
