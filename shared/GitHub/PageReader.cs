namespace ChangeSentinel.GitHub;

/// <summary>Reads the pages of a list in their order: as many at once as is known to be there.</summary>
internal sealed class PageReader(Func<Uri, CancellationToken, Task<Answer>> ask, Uri list)
{
    public const int ItemsOnPage = 100;
    private const int MostPages = 100;

    private readonly List<Answer> pages = [];

    /// <exception cref="ForgeException">There are more pages than are read.</exception>
    public async Task<IReadOnlyList<Answer>> Read(int? expected, CancellationToken cancellationToken)
    {
        await ReadUpTo(Math.Max(1, ((expected ?? 0) + ItemsOnPage - 1) / ItemsOnPage), cancellationToken);
        while (pages[^1].Links is { Next: { } next } links)
        {
            if (links.LastNumber > pages.Count)
                await ReadUpTo(links.LastNumber, cancellationToken);
            else if (pages.Count == MostPages)
                throw TooMany();
            else
                pages.Add(await ask(Follow(next), cancellationToken));
        }

        return pages;
    }

    /// <summary>One page behind the other until enough was read, or the list ends.</summary>
    /// <exception cref="ForgeException">There are more pages than are read.</exception>
    public async Task ReadUntil(Func<Answer, Task<bool>> enough, CancellationToken cancellationToken)
    {
        var address = Page(1);
        for (var number = 1; number <= MostPages; number++)
        {
            var answer = await ask(address, cancellationToken);
            if (await enough(answer) || answer.Links.Next is not { } next)
                return;
            address = Follow(next);
        }

        throw TooMany();
    }

    private async Task ReadUpTo(int last, CancellationToken cancellationToken)
    {
        if (last > MostPages)
            throw TooMany();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var asked = new List<Task<Answer>>();
        for (var number = pages.Count + 1; number <= last; number++)
            asked.Add(ask(Page(number), stop.Token));
        try
        {
            foreach (var page in asked)
                pages.Add(await page);
        }
        finally
        {
            await stop.CancelAsync();
            await ((Task)Task.WhenAll(asked)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>The first page has no number: a list that is walked by a cursor knows none.</summary>
    private Uri Page(int number)
    {
        var sign = list.Query.Length == 0 ? '?' : '&';
        var wanted = number == 1 ? "" : $"&page={number}";
        return new($"{list.AbsoluteUri}{sign}per_page={ItemsOnPage}{wanted}");
    }

    private Uri Follow(string next) =>
        Uri.TryCreate(list, next, out var address) && ReadAddress.IsSameOrigin(list, address)
        && address.UserInfo.Length == 0
            ? address
            : throw new ForgeException(
                ForgeFailure.Unavailable,
                $"GitHub's answer to GET {list.AbsolutePath} goes on at another server, and the token does not "
                + "follow there; report this to who runs that GitHub.");

    private ForgeException TooMany() => new(
        ForgeFailure.TooLarge,
        $"GET {list.AbsolutePath} has more than the {MostPages} pages of {ItemsOnPage} that are read of one list.");
}
