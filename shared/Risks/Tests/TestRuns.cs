namespace ChangeSentinel.Risks;

/// <summary>Finds builds that stop running the tests.</summary>
internal static class TestRuns
{
    private static readonly string[] Commands =
    [
        "dotnet test", "npm test", "npm run test", "npm t", "yarn test", "pnpm test", "pnpm run test",
        "go test", "pytest", "cargo test", "cargo nextest", "mvn test", "mvn verify", "mvnw test",
        "mvnw verify", "gradle test", "gradlew test", "gradlew check", "gradle check", "rspec", "phpunit",
        "jest", "vitest", "make test", "make check", "tox", "ctest", "mix test", "bin/rails test",
        "rake test", "bundle exec rake", "swift test", "flutter test", "dart test", "bazel test",
        "playwright test", "cypress run", "python -m unittest", "nox", "sbt test", "xcodebuild test", "bats ",
        "behave", "robot ", "karma start", "mocha", "deno test", "bun test", "yarn run test",
        "npm ci && npm test",
    ];

    private static readonly string[] Switches =
        ["-DskipTests", "-Dmaven.test.skip", "--skip-tests", "-x test", "--exclude-task test", "-DskipITs",
            "<skipTests>true",
         "<maven.test.skip>true", "testPathIgnorePatterns"];

    public static void In(CodeView view, FoundHazards found)
    {
        if (view.IsGone || view.Role is FileRole.Documentation || !IsBuild(view))
            return;
        foreach (var hunk in view.Hunks)
        {
            var runs = hunk.New.Lines.Where(line => line.Added && Command(line.Code) is not null).ToList();
            foreach (var line in hunk.Old.Lines)
            {
                if (line.Removed && runs.Count == 0 && Command(line.Code) is { } command)
                    found.Add(HazardKind.TestRemoved, line, $"the build no longer runs {command.Trim()}");
            }

            foreach (var line in hunk.New.Lines.Where(line => line.Added))
            {
                if (Switches.Any(one => line.Code.Contains(one, StringComparison.Ordinal)))
                    found.Add(HazardKind.TestRemoved, line, "the build leaves out its tests");
                else if (Setting.In(line.Code) is { } setting && IsOff(setting) && RunsTests(hunk.New, line))
                    found.Add(HazardKind.TestRemoved, line,
                        $"{setting.Key}: {setting.Value} lets the build pass without its tests");
                else if (Command(line.Code) is { } ignored
                    && line.Code.HasAny("|| true", "|| :", "|| exit 0"))
                    found.Add(HazardKind.TestRemoved, line, $"the build goes on when {ignored.Trim()} fails");
            }
        }
    }

    private static bool IsOff(Setting setting) =>
        (setting.Key is "if" && setting.Value.Has("false") && setting.Value.Length < 14)
        || (setting.Key is "continue-on-error" or "allow_failure" && setting.IsTrue);

    private static bool RunsTests(CodeSide side, CodeLine line) =>
        side.Siblings(side.From(line.At)).Any(sibling => Command(sibling.Code) is not null);

    private static bool IsBuild(CodeView view) =>
        Workflow.IsBuild(view.Path)
            || view.Name is "Makefile" or "package.json" or "Taskfile.yml" or "pom.xml" or "build.gradle"
            or "jest.config.js" or "justfile"
            or "Justfile" or "Dockerfile" || view.Path.HasAny(".ci/", "/ci/");

    private static string? Command(string code)
    {
        if (code.TrimStart().Begins("- name:") || code.TrimStart().Begins("name:")
            || code.HasAny("echo ", "install"))
            return null;
        return Commands.FirstOrDefault(command => code.IndexOfWord(command.Trim()) >= 0);
    }
}
