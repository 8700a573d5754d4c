using Polly;
using Polly.Retry;

namespace ChangeSentinel.GitHub;

/// <summary>Tries a call until it has a value, a final setback, or no time left.</summary>
internal sealed class RetryWithinBudget(TimeProvider clock)
{
    private ResiliencePipeline<Answer>? pipeline;

    /// <summary>Most calls succeed at once; what retrying needs is made for the first that does not.</summary>
    public async ValueTask<Answer> Run(Call call, CancellationToken cancellationToken)
    {
        var first = await Try(call, cancellationToken);
        if (first.Setback?.Wait is null)
            return first;
        call.Known = first;
        pipeline ??= Build();
        var last = await pipeline.ExecuteAsync(static (call, token) => Next(call, token), call, cancellationToken);
        return last.Setback is { } setback ? last with { Setback = Tell(setback, call) } : last;
    }

    private ResiliencePipeline<Answer> Build() =>
        new ResiliencePipelineBuilder<Answer> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<Answer>
            {
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = static found => new(found.Outcome.Result?.Setback?.Wait is not null),
                DelayGenerator = static found => new(found.Outcome.Result?.Setback?.Wait),
            })
            .Build();

    private static ValueTask<Answer> Next(Call call, CancellationToken cancellationToken)
    {
        if (call.Known is not { } known)
            return Try(call, cancellationToken);
        call.Known = null;
        return new(known);
    }

    private static async ValueTask<Answer> Try(Call call, CancellationToken cancellationToken)
    {
        call.Tries++;
        var answer = await call.Exchange.Try(call, cancellationToken);
        return answer.Setback is { Wait: { } wait } setback && wait >= call.Deadline.Left
            ? answer with { Setback = setback with { Wait = null } }
            : answer;
    }

    private static Setback Tell(Setback setback, Call call) => setback with
    {
        Message = $"{setback.Message} It was tried {call.Tries} times in {call.Deadline.Spent.TotalSeconds:0} s.",
    };
}
