namespace ChangeSentinel.Fake.State;

/// <summary>What people do to repositories and pull requests, with everything that follows from it.</summary>
public static class Moves
{
    private const string NoCommit = "0000000000000000000000000000000000000000";

    extension(GitHubState state)
    {
        /// <summary>Adds commits to a branch; it starts at the default branch where it does not exist.</summary>
        /// <returns>The new head.</returns>
        public string Push(Repository repository, Account pusher, string branch, params NewCommit[] commits)
        {
            var parent = repository.Branch(branch) ?? repository.Branch(repository.DefaultBranch);
            var head = repository.Objects.Write(parent, commits, state.Now)[^1];
            state.Move(repository, pusher, branch, head);
            return head;
        }

        /// <summary>Replaces what a branch holds beyond a commit: a rebase, an amended commit.</summary>
        /// <param name="what">What the first commit stands on, and the commits.</param>
        public string ForcePush(
            Repository repository, Account pusher, string branch, (string Onto, NewCommit[] Commits) what)
        {
            var head = what.Commits.Length == 0
                ? what.Onto : repository.Objects.Write(what.Onto, what.Commits, state.Now)[^1];
            state.Move(repository, pusher, branch, head);
            return head;
        }

        /// <summary>Points a branch at a commit: activity is written, open pull requests follow.</summary>
        /// <param name="pusher">Null for an account that is gone.</param>
        /// <param name="kind">Of the activity; null for what the move is.</param>
        public void Move(Repository repository, Account? pusher, string branch, string head, string? kind = null)
        {
            var name = "refs/heads/" + branch;
            var before = repository.Refs.GetValueOrDefault(name);
            repository.Refs[name] = head;
            repository.Activities.Add(new(
                state.NextId(), name, kind ?? (before is null ? "branch_creation"
                    : repository.Objects.MergeBase(before, head) == before ? "push" : "force_push"))
            {
                Before = before ?? NoCommit,
                After = head,
                Actor = pusher,
                At = state.Now,
            });
            var pulls = state.Repositories.SelectMany(any => any.Pulls);
            foreach (var pull in pulls.Where(pull => IsOpenFrom(pull, repository, branch)))
            {
                pull.HeadSha = head;
                pull.BaseSha = pull.Repository.Branch(pull.BaseRef) ?? pull.BaseSha;
                pull.UpdatedAt = state.Now;
                pull.Repository.Refs[$"refs/pull/{pull.Number}/head"] = head;
            }
        }

        public PullRequest OpenPull(
            Repository repository, Account author, (Repository Repository, string Branch) head, string title)
        {
            var sha = head.Repository.Branch(head.Branch)
                ?? throw new InvalidOperationException($"{head.Repository.FullName} has no branch {head.Branch}.");
            var pull = new PullRequest
            {
                Id = state.NextId(),
                Number = repository.NextNumber(),
                Author = author,
                Repository = repository,
                Title = title,
                BaseRef = repository.DefaultBranch,
                BaseSha = repository.Branch(repository.DefaultBranch)!,
                HeadRepository = head.Repository,
                HeadRef = head.Branch,
                HeadSha = sha,
                CreatedAt = state.Now,
                UpdatedAt = state.Now,
            };
            repository.Pulls.Add(pull);
            repository.Refs[$"refs/pull/{pull.Number}/head"] = sha;
            return pull;
        }

        /// <param name="verdict">`APPROVED`, `CHANGES_REQUESTED`, `COMMENTED`.</param>
        /// <param name="commit">What was seen; the head where null.</param>
        public Review AddReview(PullRequest pull, Account author, string verdict, string? commit = null)
        {
            var review = new Review
            {
                Id = state.NextId(),
                Author = author,
                State = verdict,
                Commit = commit ?? pull.HeadSha,
                At = state.Now,
            };
            pull.Reviews.Add(review);
            return review;
        }

        /// <param name="app">The App through which it is written; null for a person.</param>
        public Comment AddComment(PullRequest pull, Account author, string body, App? app = null)
        {
            var comment = new Comment
            {
                Id = state.NextId(),
                Author = author,
                App = app,
                Body = body,
                CreatedAt = state.Now,
                UpdatedAt = state.Now,
            };
            pull.Comments.Add(comment);
            pull.UpdatedAt = state.Now;
            return comment;
        }

        /// <summary>Puts a pull request into its base's queue: the group's commit merges it after the others.</summary>
        public QueueEntry Enqueue(PullRequest pull)
        {
            var repository = pull.Repository;
            if (!repository.MergeQueues.TryGetValue(pull.BaseRef, out var queue))
                repository.MergeQueues[pull.BaseRef] = queue = [];
            var before = queue.Count > 0 ? queue[^1].HeadCommit : repository.Branch(pull.BaseRef)!;
            var commit = repository.Objects.Write(before, [Merge(pull, state.Actions.Bot)], state.Now)[^1];
            var entry = new QueueEntry(pull, "AWAITING_CHECKS")
            {
                HeadCommit = commit,
                BaseCommit = before,
                Ref = $"refs/heads/gh-readonly-queue/{pull.BaseRef}/pr-{pull.Number}-{before}",
            };
            repository.Refs[entry.Ref] = commit;
            queue.Add(entry);
            return entry;
        }
    }

    private static NewCommit Merge(PullRequest pull, Account committer) =>
        new($"Merge pull request #{pull.Number} from {pull.HeadRef}", [.. pull.Files.SelectMany(file => Files(pull, file))])
        {
            Author = committer.Signature,
            Merges = [pull.HeadSha],
        };

    private static IEnumerable<NewFile> Files(PullRequest pull, FileDiff file)
    {
        if (file.PreviousPath is { } old)
            yield return NewFile.Removed(old);
        yield return file.Status == "removed" ? NewFile.Removed(file.Path)
            : new(file.Path, pull.Repository.Objects.Find(file.Blob)?.Content ?? []);
    }

    private static bool IsOpenFrom(PullRequest pull, Repository repository, string branch) =>
        pull.State == "open" && pull.HeadRepository == repository && pull.HeadRef == branch;
}
