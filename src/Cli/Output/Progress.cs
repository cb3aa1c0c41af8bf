using Spectre.Console;

namespace Cli.Output;

/// <summary>A bar on stderr while work is under way; nothing where stderr is not a terminal or --quiet was given.</summary>
internal static class Progress
{
    /// <summary>Does the work, which calls its argument once per finished piece, from any thread.</summary>
    /// <param name="title">What is being done.</param>
    /// <param name="pieces">How many pieces there are.</param>
    /// <param name="isQuiet">No bar in any case.</param>
    /// <param name="work">The work.</param>
    internal static T Run<T>(string title, int pieces, bool isQuiet, Func<Action, T> work)
    {
        if (isQuiet || Console.IsErrorRedirected) return work(() => { });
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(true).Start(context =>
        {
            var task = context.AddTask(Markup.Escape(title), maxValue: pieces);
            return work(() =>
            {
                lock (task) task.Increment(1);
            });
        });
    }
}
