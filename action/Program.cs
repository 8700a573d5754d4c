using ChangeSentinel.Action;

using var shell = Shell.OfThisProcess();
return (int)await ActionCommand.Run(args, shell, shell.Interrupted);
