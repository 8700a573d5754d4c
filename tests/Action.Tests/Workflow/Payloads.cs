namespace ChangeSentinel.Tests.Workflow;

/// <summary>Webhooks in GitHub's shape, cut to what matters and what must be passed over.</summary>
/// <seealso href="https://github.com/octokit/webhooks"/>
internal static class Payloads
{
    public const string Head = "ec26c3e57ca3a959ca5aad62de7213c562f8c821";

    public static string Opened { get; } = PullRequest("opened");

    public static string PullRequest(string action, string state = "open") =>
        $$"""
        {
          "action": "{{action}}",
          "number": 2,
          "pull_request": {
            "url": "https://api.github.com/repos/acme/shop/pulls/2",
            "id": 279147437,
            "number": 2,
            "state": "{{state}}",
            "title": "::set-output name=x::y",
            "user": { "login": "dana", "id": 21031067, "type": "User" },
            "labels": [{ "id": 1, "name": "risk: high" }],
            "head": {
              "label": "dana:changes",
              "ref": "changes",
              "sha": "{{Head}}",
              "repo": { "id": 186853002, "full_name": "dana/shop", "default_branch": "trunk" }
            },
            "base": {
              "ref": "main",
              "sha": "f95f852bd8fca8fcc58a9a2d6c842781e32a215e",
              "repo": { "id": 1, "full_name": "acme/shop", "default_branch": "main" }
            },
            "draft": false,
            "commits": 260,
            "changed_files": 3100
          },
          "repository": { "id": 1, "full_name": "acme/shop", "default_branch": "main", "owner": { "login": "acme" } },
          "sender": { "login": "dana" }
        }
        """;

    public static string Review { get; } =
        $$"""
        {
          "action": "submitted",
          "review": { "id": 237895671, "state": "approved", "commit_id": "{{Head}}", "user": { "login": "alice" } },
          "pull_request": {
            "number": 2,
            "state": "open",
            "head": { "ref": "changes", "sha": "{{Head}}", "repo": null },
            "base": { "ref": "main", "sha": "f95f852bd8fca8fcc58a9a2d6c842781e32a215e", "repo": { "id": 1 } }
          },
          "repository": { "id": 1, "full_name": "acme/shop", "default_branch": "main" }
        }
        """;

    public static string Comment(string action = "created", bool pullRequest = true, string state = "open") =>
        $$"""
        {
          "action": "{{action}}",
          "issue": {
            "number": 2,
            "state": "{{state}}",
            {{(pullRequest ? "\"pull_request\": { \"url\": \"https://api.github.com/repos/acme/shop/pulls/2\" }," : "")}}
            "user": { "login": "dana" }
          },
          "comment": { "id": 492700400, "user": { "login": "alice" }, "body": "/approve ec26c3e" },
          "repository": { "id": 1, "full_name": "acme/shop", "default_branch": "main" }
        }
        """;

    public static string MergeGroup(string action = "checks_requested") =>
        $$"""
        {
          "action": "{{action}}",
          "merge_group": {
            "head_sha": "2ffea6db159f6b6c47a24e778fb9ef40cf6b1c7d",
            "head_ref": "refs/heads/gh-readonly-queue/main/pr-104-929f8209d40f77f4abc622a499c93a83babdbe64",
            "base_sha": "380387fbc80638b734a49e1be1c4dfec1c01b33c",
            "base_ref": "refs/heads/main",
            "head_commit": { "id": "ec26c3e57ca3a959ca5aad62de7213c562f8c821", "message": "Merge pull request #2048" }
          },
          "repository": { "id": 1, "full_name": "acme/shop", "default_branch": "main" }
        }
        """;
}
