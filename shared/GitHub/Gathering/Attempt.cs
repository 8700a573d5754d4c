using ChangeSentinel.Changes;

namespace ChangeSentinel.GitHub;

/// <summary>Makes unknown facts of answers that did not come.</summary>
internal static class Attempt
{
    /// <param name="asked">Already under way.</param>
    /// <param name="subject">What was asked for, as the beginning of a clause: `the list of files`.</param>
    /// <param name="advice">What to do where the token may not read it; null where nothing helps.</param>
    public static async Task<Known<T>> Fact<T>(Task<T> asked, string subject, string? advice = null)
    {
        try
        {
            return Known.Fact(await asked);
        }
        catch (ForgeException failure)
        {
            return new Known<T>.Unknown(Reason(failure, subject, advice));
        }
    }

    /// <summary>The same for a reading that can be unknown without a failure.</summary>
    public static async Task<Known<T>> Reading<T>(Task<Known<T>> asked, string subject)
    {
        try
        {
            return await asked;
        }
        catch (ForgeException failure)
        {
            return new Known<T>.Unknown(Reason(failure, subject));
        }
    }

    /// <summary>Why a fact is unknown; null where it is known.</summary>
    public static string? Missing<T>(Known<T> fact) => (fact as Known<T>.Unknown)?.Reason;

    public static string Reason(ForgeException failure, string subject, string? advice = null)
    {
        var isRight = failure.Failure is ForgeFailure.Forbidden or ForgeFailure.NotFound or ForgeFailure.Unauthorized;
        var help = isRight && advice is not null ? $"; {advice}" : "";
        return $"{subject} can't be read ({failure.Message.TrimEnd('.')}){help}";
    }
}
