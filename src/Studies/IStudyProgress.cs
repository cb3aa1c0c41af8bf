namespace Studies;

/// <summary>Hears how far a study is. Called from any thread.</summary>
public interface IStudyProgress
{
    /// <summary>A part of the work begins.</summary>
    /// <param name="title">What is being done.</param>
    /// <param name="pieces">How many pieces it has.</param>
    void Begin(string title, int pieces);

    /// <summary>One more piece of the latest part is done.</summary>
    void Finished();
}
