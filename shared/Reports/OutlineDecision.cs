using ChangeSentinel.Assessments;
using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;

namespace ChangeSentinel.Reports;

/// <summary>Draws the outline of a decision.</summary>
public static class OutlineDecision
{
    private const int MostAsks = 6;
    private const int MostErrors = 25;

    private const string InJson = "all in --format json";

    /// <param name="rest">Where the reader finds what is left out, a clause.</param>
    public static DecisionOutline Of(Decision decision, string rest = InJson)
    {
        var change = decision.Assessment?.Change;
        return new()
        {
            State = decision.State,
            Branch = change?.Branch ?? "",
            Base = change?.Base ?? "",
            Title = Title(change),
            Size = decision.Assessment is { } assessment ? Size(assessment) : "",
            Author = change is null ? "" : Author(change, decision.AuthorRung),
            Asks = Asks(decision, rest),
            Rows =
            [
                .. OutlinePeople.Of(decision),
                .. decision.Assessment is { } assessed ? OutlineReasons.Of(assessed, rest) : [],
                .. OutlineHistory.Of(decision, rest),
            ],
        };
    }

    private static string Title(Change? change) => change?.Reference is ChangeReference.PullRequest pull
        ? $"{pull.Repository}#{pull.Number} {change.Title}".TrimEnd()
        : "";

    private static string Size(Assessment assessment)
    {
        var change = assessment.Change;
        var commits = change.Commits is Known<IReadOnlyList<Commit>>.Fact { Value: var known }
            ? Wording.Count(known.Count, "commit")
            : "commits unknown";
        if (change.Files is not Known<IReadOnlyList<ChangedFile>>.Fact { Value: var files })
            return $"{commits}, files unknown";

        return $"{commits}, {Wording.Count(files.Count, "file")}, "
            + $"+{files.Sum(file => (long)file.Added):N0} −{files.Sum(file => (long)file.Removed):N0}";
    }

    private static string Author(Change change, string rung)
    {
        IReadOnlyList<string> names = change.Opener is { } opener
            ? [opener.Display]
            : [.. change.Commits.Or([]).Select(commit => commit.Author.Display).Distinct(StringComparer.Ordinal)];
        var who = names.Count == 0 ? "somebody unknown" : Wording.Some(names, 2);
        return rung switch
        {
            "none" => who,
            "unknown" => who + " (rung unknown)",
            _ => $"{who} ({rung})",
        };
    }

    private static List<string> Asks(Decision decision, string rest)
    {
        List<string> asks =
        [
            .. decision.Requirements.OrderBy(one => one.Met).Select(Ask).Distinct(StringComparer.Ordinal),
        ];
        var explained = decision.State is DecisionState.Waiting or DecisionState.Approved
            && decision.Requirements.Any(one => !one.Met) == decision.State is DecisionState.Waiting;
        if (!explained || asks.Count == 0)
            asks = [.. decision.Reasons, .. asks];

        var most = decision.State is DecisionState.BadPolicy ? MostErrors : MostAsks;
        if (asks.Count > most)
            asks = [.. asks.Take(most - 1), $"… {asks.Count - most + 1} more, {rest}"];
        if (decision.Shadow)
            asks.Add("shadow: this policy reports and blocks nothing");
        return asks.Count == 0 ? ["nothing is asked"] : asks;
    }

    private static string Ask(Requirement requirement)
    {
        var given = requirement.MetBy.Count == 0
            ? ""
            : ", given by " + Wording.And([.. requirement.MetBy.Select(person => person.Display)]);
        var because = requirement.Because.Count == 0
            ? ""
            : " · asked because " + string.Join(", ", requirement.Because);
        return Outstanding.Ask(requirement) + given + because;
    }
}
