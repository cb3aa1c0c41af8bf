using System.Text.Json.Serialization;
using Hopfield.Numerics;

namespace Studies;

/// <summary>A question with everything that counts for its answer: the properties of the record are its options, <see cref="Answer"/>
/// answers it, and the answer holds the question. A study knows no console and no figure. Adding one file adds a study to
/// <c>hopfield rerun</c>, the schemas and the contract tests.</summary>
public abstract record Study : ICatalogued
{
    [JsonIgnore]
    public abstract string Name { get; }

    [JsonIgnore]
    public abstract string Summary { get; }

    /// <summary>The type of the answer.</summary>
    [JsonIgnore]
    public abstract Type RecordType { get; }

    /// <summary>True where programs put the same kind of answer together without options, which are null in its record then.</summary>
    [JsonIgnore]
    public virtual bool IsAlsoOfPrograms => false;

    /// <summary>Answers the question. Cancellation ends the work early with what is finished, which the record says.</summary>
    /// <exception cref="ArgumentException">An option is out of range or does not fit another.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, or is not the one that the options name.</exception>
    public abstract StudyRecord Answer(IStudyProgress? progress = null, CancellationToken cancellation = default);
}

/// <summary>A study whose answer is a <typeparamref name="TRecord"/>.</summary>
public abstract record Study<TRecord> : Study where TRecord : StudyRecord
{
    public sealed override Type RecordType => typeof(TRecord);

    public sealed override StudyRecord Answer(IStudyProgress? progress = null, CancellationToken cancellation = default) =>
        Run(progress, cancellation);

    /// <inheritdoc cref="Study.Answer"/>
    public abstract TRecord Run(IStudyProgress? progress = null, CancellationToken cancellation = default);
}
