using ChangeSentinel.Approvals;
using ChangeSentinel.Assessments;
using ChangeSentinel.Changes;
using ChangeSentinel.Decisions;
using ChangeSentinel.Policies;
using ChangeSentinel.Risks;
using ChangeSentinel.Services;

namespace ChangeSentinel.Tests.World;

/// <summary>The change, the policy and the sayings that a list of moves makes.</summary>
public sealed class GeneratedWorld
{
    private readonly Lazy<Assessment> assessment;
    private readonly Lazy<Decision> decision;
    private readonly Lazy<Change> whole;

    public GeneratedWorld(IReadOnlyList<Move> moves)
    {
        Moves = moves;
        whole = new(Facted);
        assessment = new(() => Assess.Change(Change, Policy));
        decision = new(() => Decide.On(Assessment, Sayings, A.Now));
    }

    public IReadOnlyList<Move> Moves { get; }

    public static IReadOnlyList<string> Teams { get; } = ["@acme/mid", "@acme/senior", "@acme/tax", "@acme/infra"];

    /// <summary>Every fact that <see cref="Move.Forget"/> can take away.</summary>
    public static IReadOnlyList<string> Facts { get; } =
        [.. Teams, "write", "files", "commits", "pushers", "owners", "head owners", "manifests"];

    public Decision Decision => decision.Value;

    public Assessment Assessment => assessment.Value;

    public Change Change => Moves.OfType<Move.Forget>()
        .Aggregate(whole.Value, (change, move) => Without(change, move.Fact));

    public Policy Policy => Plain with
    {
        Require = [.. Moves.OfType<Move.Require>().Select((move, index) => Rule(move, index))],
        Raise = [.. Moves.OfType<Move.Raise>().Select(Raise)],
        Services = [.. Moves.OfType<Move.Depend>().GroupBy(move => move.Service).Select(Service)],
        Discover = [Ecosystem.Npm],
    };

    public Statements Sayings => new()
    {
        Given = [.. Moves.OfType<Move.Approve>().Select(Approval)],
        Vetoes = [.. Moves.OfType<Move.Veto>().Select(move => new Veto(Person(move.Who), 1, "no", A.Now))],
    };

    /// <summary>
    /// `dana-2` is another account of dana's: another id and login, the same e-mail. `Copilot` is an agent.
    /// </summary>
    public static Person Person(string name) => name switch
    {
        "Copilot" => A.Bot(name),
        _ => A.Person(name) with { Email = $"{Human(name)}@acme.example" },
    };

    public static string Human(string name) => name.Replace("-2", "", StringComparison.Ordinal);

    public override string ToString() => string.Join("\n", Moves);

    private Change Facted()
    {
        var change = A.Change().By("grace").WithCodeOwners(
            string.Join('\n', Moves.OfType<Move.Own>().Select(move => $"{move.Pattern} {move.Owner}")));
        foreach (var team in Teams)
            change = change.WithTeam(team, Known.Fact<IReadOnlyList<Person>>(
                [.. Moves.OfType<Move.Join>().Where(move => move.Team == team).Select(move => Person(move.Who))]));
        var locked = Moves.OfType<Move.Lock>().Select(move => move.Who).ToHashSet(StringComparer.Ordinal);
        change = change.WithRole("write", Known.Fact<IReadOnlyList<Person>>(
        [
            .. A.Writers.SelectMany(who => new[] { who, who + "-2" })
                .Where(who => !locked.Contains(who)).Select(Person),
        ]));
        return Moves.Aggregate(change, Apply);
    }

    private static Change Apply(Change change, Move move) => move switch
    {
        Move.Touch touch => change.Touching(touch.Path),
        Move.Rename rename => change.Renaming(rename.From, rename.To),
        Move.Open open => change.OpenedBy(Person(open.Who)),
        Move.Write write => change.WithCommit(Person(write.Author), Person(write.Committer)),
        Move.Push push => change.PushedBy([.. change.Pushers.Or([]), Person(push.Who)]),
        Move.Operate operate => change with { AgentOperators = [.. change.AgentOperators, Person(operate.Who)] },
        _ => change,
    };

    private static Change Without(Change change, string fact) => fact switch
    {
        "files" => change with { Files = A.Unknown<IReadOnlyList<ChangedFile>>() },
        "commits" => change with { Commits = A.Unknown<IReadOnlyList<Commit>>() },
        "pushers" => change with { Pushers = A.Unknown<IReadOnlyList<Person>>() },
        "owners" => change with { CodeOwners = A.Unknown<SourceFile?>() },
        "head owners" => change with { HeadCodeOwners = A.Unknown<SourceFile?>() },
        "manifests" => change with { Manifests = A.Unknown<IReadOnlyList<SourceFile>>() },
        "write" => change.WithRole("write", A.Unknown<IReadOnlyList<Person>>()),
        _ => change.UnreadTeam(fact),
    };

    private static Policy Plain { get; } = (A.Policy() with
    {
        Undeclared = [Undeclared.Human, Undeclared.Human, Undeclared.Ask, Undeclared.Assisted],
    })
        .Line("/lib/", "low").Line("/src/tax/", "high", "@acme/tax").Line("/infra/", "critical", "@acme/infra")
        .Rungs(("mid", ["@dana", "@acme/mid"]), ("senior", ["@alice", "@bob", "@acme/senior"]));

    private static RequireRule Rule(Move.Require move, int index) =>
        Plain.Rule(move.Tier, move.Approvals, move.From) with
        {
            Place = A.Line(30 + index),
            Ai = move.Ai ? AiCondition.AgentOrAssisted : AiCondition.Any,
            AuthorBelow = move.AuthorBelow ? Plain.Rung("senior") : null,
            Owners = move.Owners,
            DistinctTeam = move.DistinctTeam,
            Strength = move.GitHub ? ApprovalStrength.GitHub : ApprovalStrength.Chat,
        };

    private static RaiseRule Raise(Move.Raise move) => new()
    {
        To = A.Tier(move.To),
        Dependents = move.Dependents,
        Hazards = move.Hazard ? [HazardKind.DestructiveSql] : [],
        Lines = move.Lines,
        Place = A.Line(20),
    };

    private static Service Service(IGrouping<string, Move.Depend> moves) => new()
    {
        Name = moves.Key,
        Paths = [A.Pattern($"/src/{moves.Key}/")],
        DependsOn = [.. moves.Select(move => move.On)],
        Place = A.Line(10),
    };

    private Approval Approval(Move.Approve move)
    {
        var seen = move.Otherwise is null ? whole.Value : whole.Value.Having(move.Otherwise, "otherwise").At("before");
        return Said.Approval(seen, Person(move.Who)) with
        {
            Strength = move.Chat ? ApprovalStrength.Chat : ApprovalStrength.GitHub,
        };
    }
}
