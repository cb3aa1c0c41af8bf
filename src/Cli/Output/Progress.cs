using Spectre.Console;
using Studies;

namespace Cli.Output;

/// <summary>A bar on stderr while work is under way; nothing where stderr is not a terminal or --quiet was given.</summary>
internal static class Progress
{
    /// <summary>Answers a study under a bar.</summary>
    internal static TRecord Run<TRecord>(Study<TRecord> study, bool isQuiet, CancellationToken cancellation) where TRecord : StudyRecord =>
        (TRecord)Run((Study)study, isQuiet, cancellation);

    /// <summary>The same where the kind of answer is not known.</summary>
    internal static StudyRecord Run(Study study, bool isQuiet, CancellationToken cancellation)
    {
        if (isQuiet || Console.IsErrorRedirected) return study.Answer(null, cancellation);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(true).Start(context => study.Answer(new Bar(context), cancellation));
    }

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
            var bar = new Bar(context);
            bar.Begin(title, pieces);
            return work(bar.Finished);
        });
    }

    private sealed class Bar(ProgressContext context) : IStudyProgress
    {
        private readonly Lock _gate = new();
        private ProgressTask? _task;

        public void Begin(string title, int pieces)
        {
            lock (_gate)
            {
                _task?.StopTask();
                _task = context.AddTask(Markup.Escape(title), maxValue: pieces);
            }
        }

        public void Finished()
        {
            lock (_gate) _task?.Increment(1);
        }
    }
}
