using Hopfield.Files;

namespace Solvers.Problems;

/// <summary>What the line-based instance formats share: comments, and numbers of vertices or variables counted from 1.</summary>
internal static class ContentLines
{
    /// <summary>Goes to the next line that is neither blank nor a comment. A letter marks a comment only as a word of its own, so that a
    /// keyword may start with it.</summary>
    public static bool NextContent(this LineReader reader, params ReadOnlySpan<char> comments)
    {
        while (reader.NextLine())
        {
            var line = reader.Text.AsSpan().Trim();
            bool comment = line.IsEmpty
                || (comments.Contains(line[0]) && (!char.IsLetter(line[0]) || line.Length == 1 || char.IsWhiteSpace(line[1])));
            if (!comment) return true;
        }
        return false;
    }

    /// <summary>The next token as an item numbered from <paramref name="first"/>; returned from 0.</summary>
    public static int NextItem(this LineReader reader, string what, int count, int first = 1)
    {
        int number = reader.NextInteger(what);
        return number >= first && number < first + count ? number - first
            : throw reader.Error($"{what} {number} does not exist", $"{first} to {first + count - 1}");
    }

    /// <summary>A whole number within bounds.</summary>
    public static int NextInteger(this LineReader reader, string what, int least, int most)
    {
        int number = reader.NextInteger(what);
        return number >= least && number <= most ? number
            : throw reader.Error($"{what} is {number}", $"a whole number from {least} to {most}");
    }
}
