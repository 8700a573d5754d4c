namespace ChangeSentinel.Scenarios.Attacks;

/// <summary>Accounts that only attacks are told with.</summary>
internal static class Actors
{
    extension(World world)
    {
        /// <summary>Copilot's coding agent, by the id GitHub gave it.</summary>
        public Account Agent() => world.Keep(() =>
        {
            var copilot = new Account(198982749, "Copilot", AccountType.Bot)
            {
                Email = "198982749+Copilot@users.noreply.github.com",
            };
            world.State.Accounts.Add(copilot);
            return copilot;
        });
    }
}
