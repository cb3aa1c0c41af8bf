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
