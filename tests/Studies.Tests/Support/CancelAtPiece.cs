namespace Studies.Tests.Support;

/// <summary>Cancels when so many pieces of the work are done.</summary>
internal sealed class CancelAtPiece(CancellationTokenSource source, int piece) : IStudyProgress
{
    private int _finished;

    public void Begin(string title, int pieces)
    {
    }

    public void Finished()
    {
        if (Interlocked.Increment(ref _finished) == piece) source.Cancel();
    }
}
