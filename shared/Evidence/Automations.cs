using System.Collections.Frozen;
using ChangeSentinel.Changes;
using ByText = System.Collections.Frozen.FrozenSet<string>.AlternateLookup<System.ReadOnlySpan<char>>;

namespace ChangeSentinel.Evidence;

/// <summary>
/// The bots of dependencies, builds, releases and reviews: never authors in the sense of AI.
/// </summary>
internal static class Automations
{
    // Logins without [bot]; from the histories of 33 public repositories (over 12,000 commits) and the apps'
    // own pages.
    private static readonly ByText Logins = FrozenSet.ToFrozenSet(
        [
            "dependabot", "dependabot-preview", "renovate", "renovate-bot", "forking-renovate",
            "mend-for-github-com", "whitesource-bolt-for-github", "snyk-bot", "depfu", "greenkeeper",
            "pyup-bot", "scala-steward", "github-actions", "web-flow", "pre-commit-ci", "mergify",
            "kodiakhq", "bors", "k8s-ci-robot", "kubernetes-prow", "openshift-merge-robot", "openshift-ci",
            "copybara-service", "google-oss-robot", "release-please", "semantic-release-bot",
            "changeset-bot", "allcontributors", "imgbot", "codecov", "stale", "cla-bot", "netlify",
            "vercel", "blacksmith-sh", "dotnet-maestro", "dotnet-bot", "gitstream-cm", "costellobot",
            "ghostty-vouch", "stainless-app", "fern-api", "weblate", "transifex", "crowdin", "autofix-ci",
            "deepsource-autofix", "restyled-io", "sonarcloud", "github-merge-queue",
            "github-advanced-security", "copilot-pull-request-reviewer", "cursor-bugbot", "greptile-apps",
            "sourcery-ai", "qodo-merge-pro", "ellipsis-dev", "graphite-app", "gitlab-bot", "jules-fleet",
        ],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> Emails = FrozenSet.ToFrozenSet(
        [
            "noreply@github.com", "support@github.com", "support@dependabot.com", "bot@renovateapp.com",
            "renovate@whitesourcesoftware.com", "action@github.com", "actions@github.com",
            "snyk-bot@snyk.io", "bot@stepsecurity.io", "semantic-release-bot@martynus.net",
        ],
        StringComparer.OrdinalIgnoreCase);

    public static bool Contains(Person person) =>
        (person.Login is { } login && ContainsLogin(login))
        || (person.Email is { } email
            && (Emails.Contains(email) || ContainsLogin(Identify.NoReplyLogin(email))));

    private static bool ContainsLogin(ReadOnlySpan<char> login) =>
        Logins.Contains(Identify.WithoutBot(login));
}
