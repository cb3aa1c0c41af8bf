using System.Text;
using Cli.Tests.Shell;

[assembly: AssemblyFixture(typeof(RoutedConsole))]

namespace Cli.Tests.Shell;

/// <summary>
/// Gives every command that runs in this process its own stdout and stderr, so that tests run side by side. Threads and tasks that a
/// command starts write where it writes: the receiver is part of the execution context.
/// </summary>
public sealed class RoutedConsole : IDisposable
{
    private static readonly AsyncLocal<TextWriter?> s_output = new();
    private static readonly AsyncLocal<TextWriter?> s_errors = new();

    private readonly TextWriter _output = Console.Out;
    private readonly TextWriter _errors = Console.Error;
    private readonly string _folder = Environment.CurrentDirectory;
    private readonly DirectoryInfo _empty = Directory.CreateTempSubdirectory("hopfield nowhere ");

    public RoutedConsole()
    {
        Console.SetOut(new Router(s_output, _output));
        Console.SetError(new Router(s_errors, _errors));
        // Data above the repository must not change what commands do, and what is written by mistake must be seen.
        Environment.CurrentDirectory = _empty.FullName;
    }

    /// <summary>From here on, what the caller and all that it starts write goes to these.</summary>
    public static void Receive(TextWriter output, TextWriter errors) => (s_output.Value, s_errors.Value) = (output, errors);

    /// <summary>Gives the console back.</summary>
    /// <exception cref="InvalidOperationException">A command wrote into the working directory that tests share.</exception>
    public void Dispose()
    {
        Console.SetOut(_output);
        Console.SetError(_errors);
        Environment.CurrentDirectory = _folder;
        string[] left = [.. _empty.GetFileSystemInfos().Select(entry => entry.Name)];
        _empty.Delete(recursive: true);
        if (left.Length > 0) throw new InvalidOperationException($"Tests left in the working directory: {string.Join(", ", left)}");
    }

    // Console.SetOut puts a lock around it.
    private sealed class Router(AsyncLocal<TextWriter?> receiver, TextWriter otherwise) : TextWriter
    {
        public override Encoding Encoding => otherwise.Encoding;

        private TextWriter Receiver => receiver.Value ?? otherwise;

        public override void Write(char value) => Receiver.Write(value);

        public override void Write(string? value) => Receiver.Write(value);

        public override void Write(char[] buffer, int index, int count) => Receiver.Write(buffer, index, count);

        public override void Flush() => Receiver.Flush();
    }
}
