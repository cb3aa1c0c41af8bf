using System.Numerics.Tensors;
using Hopfield.Numerics;
using Hopfield.Numerics.Dense;

namespace Hopfield.Modern;

/// <summary>One softmax step for many queries over any number of patterns, in single precision and bounded memory: patterns come block by
/// block, scores live only as long as their block, and running maximum and sum keep the softmax exact. Two matrix products per block do
/// nearly all the work. Source: Milakov and Gimelshein 2018, arXiv 1805.02867 (online softmax); Dao et al. 2022, NeurIPS
/// (FlashAttention).</summary>
public sealed class StreamingRetrieval
{
    private const int BlockBytes = 400 * 1024;

    private readonly int _dimension, _queries, _block;
    private readonly float[] _turned, _scores, _states, _largest, _sums, _before;

    /// <summary>Takes the queries.</summary>
    /// <param name="queries">count × dimension numbers, one query per row.</param>
    /// <param name="dimension">Length d of queries and patterns, at least 1.</param>
    /// <param name="beta">Inverse temperature. Range: &gt; 0.</param>
    /// <exception cref="ArgumentException">No whole number of queries.</exception>
    public StreamingRetrieval(ReadOnlySpan<float> queries, int dimension, double beta)
    {
        _dimension = Check.AtLeast(dimension, 1, nameof(dimension));
        _queries = Check.AtLeast(queries.Length / dimension, 1, "number of queries");
        Check.Length(queries.Length, _queries * dimension, nameof(queries));
        float scale = (float)Check.Positive(beta, nameof(beta));
        _turned = new float[queries.Length];
        for (int q = 0; q < _queries; q++)
            for (int i = 0; i < dimension; i++) _turned[i * _queries + q] = scale * queries[q * dimension + i];
        _block = Math.Clamp(BlockBytes / (sizeof(float) * dimension), 48, 4096) / 6 * 6; // whole tiles of the matrix product
        _scores = new float[_block * _queries];
        _states = new float[queries.Length];
        (_largest, _sums, _before) = (new float[_queries], new float[_queries], new float[_queries]);
        _largest.AsSpan().Fill(float.NegativeInfinity);
    }

    /// <summary>Patterns taken in so far.</summary>
    public long PatternCount { get; private set; }

    /// <summary>Takes in more patterns; call it as often as there are blocks to read.</summary>
    /// <param name="patterns">Any number × dimension finite numbers, one pattern per row.</param>
    /// <exception cref="ArgumentException">No whole number of patterns.</exception>
    public void Absorb(ReadOnlySpan<float> patterns)
    {
        int count = patterns.Length / _dimension;
        Check.Length(patterns.Length, count * _dimension, nameof(patterns));
        for (int first = 0; first < count; first += _block)
        {
            int rows = Math.Min(_block, count - first);
            Absorb(patterns.Slice(first * _dimension, rows * _dimension), _scores.AsSpan(0, rows * _queries), rows);
        }
        PatternCount += count;
    }

    /// <summary>The states after one step over all patterns taken in: one row per query.</summary>
    /// <exception cref="InvalidOperationException">There are no patterns yet.</exception>
    public float[] States()
    {
        if (PatternCount == 0) throw new InvalidOperationException("Retrieval needs at least one pattern.");
        var states = new float[_states.Length];
        for (int q = 0; q < _queries; q++)
            TensorPrimitives.Divide(_states.AsSpan(q * _dimension, _dimension), _sums[q], states.AsSpan(q * _dimension, _dimension));
        return states;
    }

    private void Absorb(ReadOnlySpan<float> patterns, Span<float> scores, int rows)
    {
        MatrixProduct.Multiply(patterns, Operand.Plain, _turned, Operand.Plain, scores, rows, _queries, _dimension);
        _largest.CopyTo(_before, 0);
        for (int m = 0; m < rows; m++) TensorPrimitives.Max(_largest, scores.Slice(m * _queries, _queries), _largest);
        for (int m = 0; m < rows; m++)
        {
            var row = scores.Slice(m * _queries, _queries);
            TensorPrimitives.Subtract(row, _largest, row);
        }
        TensorPrimitives.Exp(scores, scores);
        for (int q = 0; q < _queries; q++)
        {
            if (_largest[q] == _before[q]) continue;
            float shrink = MathF.Exp(_before[q] - _largest[q]);
            _sums[q] *= shrink;
            var state = _states.AsSpan(q * _dimension, _dimension);
            TensorPrimitives.Multiply(state, shrink, state);
        }
        for (int m = 0; m < rows; m++) TensorPrimitives.Add(_sums, scores.Slice(m * _queries, _queries), _sums);
        MatrixProduct.Multiply<float>(scores, Operand.Transposed, patterns, Operand.Plain, _states, _queries, _dimension, rows, Into.Add);
    }
}
