namespace ChangeSentinel.Scenarios.Fake;

public static class PagingScenarios
{
    [Fact]
    public static async Task Pages_hold_30_unless_asked_and_100_at_most_and_link_each_other()
    {
        await using var ground = await Ground.Open();
        ground.Pull(Files(230));

        var usual = await ground.Client.Get("repos/acme/shop/pulls/1/files");
        var greedy = await ground.Client.Get("repos/acme/shop/pulls/1/files?per_page=1000");
        var last = await ground.Client.Get("repos/acme/shop/pulls/1/files?per_page=100&page=3");

        Assert.Equal(30, usual.Json.GetArrayLength());
        Assert.Equal(100, greedy.Json.GetArrayLength());
        Assert.Equal(30, last.Json.GetArrayLength());
        Assert.Contains("page=8>; rel=\"last\"", usual.Link);
        Assert.DoesNotContain("next", last.Link);
    }

    [Fact]
    public static async Task The_next_page_is_linked_by_the_repository_s_number()
    {
        await using var ground = await Ground.Open();
        ground.Pull(Files(31));

        var first = await ground.Client.Get("repos/acme/shop/pulls/1/files");
        var next = first.Link!.Split('<', '>')[1];
        var second = await ground.Client.Get(next);

        Assert.Contains($"/repositories/{ground.Shop.Id}/pulls/1/files", next);
        Assert.Equal(1, second.Json.GetArrayLength());
    }

    [Fact]
    public static async Task A_pull_request_shows_3000_files_and_250_commits_and_counts_them_all()
    {
        await using var ground = await Ground.Open();
        NewCommit[] commits =
        [
            ground.Commit("Many files", Files(3001)),
            .. Enumerable.Range(1, 250).Select(number => ground.Commit($"Step {number}")),
        ];
        ground.State.Push(ground.Shop, ground.Alice, "work", commits);
        ground.State.OpenPull(ground.Shop, ground.Alice, (ground.Shop, "work"), "Too much");

        var shown = await ground.Client.Get("repos/acme/shop/pulls/1");
        var thirtieth = await ground.Client.Get("repos/acme/shop/pulls/1/files?per_page=100&page=30");
        var beyond = await ground.Client.Get("repos/acme/shop/pulls/1/files?per_page=100&page=31");
        var third = await ground.Client.Get("repos/acme/shop/pulls/1/commits?per_page=100&page=3");
        var compared = await ground.Client.Get("repos/acme/shop/compare/main...work");

        Assert.Equal((3001, 251), (shown["changed_files"].GetInt32(), shown["commits"].GetInt32()));
        Assert.Equal(100, thirtieth.Json.GetArrayLength());
        Assert.Equal(0, beyond.Json.GetArrayLength());
        Assert.Equal(50, third.Json.GetArrayLength());
        Assert.Equal(300, compared["files"].GetArrayLength());
        Assert.Equal(251, compared["total_commits"].GetInt32());
        Assert.Equal(250, compared["commits"].GetArrayLength());
    }

    [Fact]
    public static async Task A_tree_beyond_its_limit_is_cut_and_says_so()
    {
        await using var ground = await Ground.Open();
        ground.State.TreeLimit = 2;

        var tree = await ground.Client.Get("repos/acme/shop/git/trees/main?recursive=1");

        Assert.True(tree["truncated"].GetBoolean());
        Assert.Equal(2, tree["tree"].GetArrayLength());
    }

    [Fact]
    public static async Task Activity_is_paged_by_cursor_newest_first()
    {
        await using var ground = await Ground.Open();
        for (var number = 0; number < 3; number++)
            ground.State.Push(ground.Shop, ground.Alice, "work", ground.Commit($"Step {number}"));

        var first = await ground.Client.Get("repos/acme/shop/activity?ref=work&per_page=2");
        var rest = await ground.Client.Get(first.Link!.Split('<', '>')[1]);

        Assert.Equal(["push", "push"], first.Json.EnumerateArray().Select(one => one.GetProperty("activity_type").GetString()));
        Assert.Equal(["branch_creation"], rest.Json.EnumerateArray().Select(one => one.GetProperty("activity_type").GetString()));
    }

    private static NewFile[] Files(int count) =>
        [.. Enumerable.Range(1, count).Select(number => NewFile.Text($"many/{number:D5}.txt", $"{number}\n"))];
}
