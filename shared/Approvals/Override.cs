using ChangeSentinel.Changes;

namespace ChangeSentinel.Approvals;

/// <summary>One person's wish to let a head pass without the approvals it needs.</summary>
public sealed record Override(Person Person, Sha Head, string Reason, DateTimeOffset At);
