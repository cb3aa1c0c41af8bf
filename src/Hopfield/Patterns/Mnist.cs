using Hopfield.Files;
using Hopfield.Numerics;

namespace Hopfield.Patterns;

/// <summary>The MNIST handwritten digits, where a user has them: nothing is ever downloaded. Source: LeCun, Bottou, Bengio and Haffner
/// 1998, Proc. IEEE 86:2278.</summary>
public sealed class Mnist
{
    /// <summary>The four files, without the .gz that each may carry.</summary>
    public static readonly IReadOnlyList<string> FileNames =
        ["train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"];

    /// <summary>Environment variable that names the folder.</summary>
    public const string Variable = "HOPFIELD_MNIST";

    private readonly Lazy<LabelledDigits> _training, _test;

    private Mnist(string folder)
    {
        Folder = folder;
        _training = new(() => Read(0));
        _test = new(() => Read(2));
    }

    /// <summary>The folder that holds the files.</summary>
    public string Folder { get; }

    /// <summary>60,000 digits; read on first use.</summary>
    /// <exception cref="InvalidDataException">A file is damaged, or labels and pictures differ in number.</exception>
    public LabelledDigits Training => _training.Value;

    /// <summary>10,000 digits; read on first use.</summary>
    /// <exception cref="InvalidDataException">A file is damaged, or labels and pictures differ in number.</exception>
    public LabelledDigits Test => _test.Value;

    /// <summary>Where the files are looked for, in this order: the folder that HOPFIELD_MNIST names; then data/mnist, mnist and
    /// shared/data/mnist in the working directory and every folder above it.</summary>
    public static IEnumerable<string> Places()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named) yield return Path.GetFullPath(named);
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
            foreach (string below in (string[])["data/mnist", "mnist", "shared/data/mnist"])
                yield return Path.GetFullPath(Path.Combine(folder.FullName, below));
    }

    /// <summary>The data set of the first place that holds all four files; null where none does.</summary>
    public static Mnist? Find() => Places().FirstOrDefault(place => Missing(place).Count == 0) is { } folder ? new(folder) : null;

    /// <summary>The data set in a folder that the user names.</summary>
    /// <exception cref="FileNotFoundException">A file is missing there.</exception>
    public static Mnist In(string folder)
    {
        var missing = Missing(folder);
        return missing.Count == 0 ? new(folder) : throw new FileNotFoundException(
            $"{folder}: {missing[0]} is missing; expected the four files of MNIST (IDX, .gz or not), see 'hopfield data'", folder);
    }

    /// <summary>Which of the four files a folder does not hold, plain or gzipped.</summary>
    public static IReadOnlyList<string> Missing(string folder) => [.. FileNames.Where(name => PathOf(folder, name) is null)];

    private static string? PathOf(string folder, string name) =>
        ((string[])[name, name + ".gz"]).Select(file => Path.Combine(folder, file)).FirstOrDefault(File.Exists);

    private LabelledDigits Read(int first)
    {
        string imagePath = PathOf(Folder, FileNames[first])!, labelPath = PathOf(Folder, FileNames[first + 1])!;
        var images = IdxFile.ReadImages(imagePath);
        byte[] labels = IdxFile.ReadLabels(labelPath);
        if (labels.Length != images.Count)
            throw InputFile.Error(labelPath, $"there are {labels.Length} labels", $"{images.Count}, one for each picture of {imagePath}");
        return new(images, labels);
    }
}

/// <summary>Pictures with the digit that each shows.</summary>
/// <param name="Images">The pictures.</param>
/// <param name="Labels">One of 0 … 9 per picture.</param>
public sealed record LabelledDigits(IdxImages Images, byte[] Labels)
{
    /// <summary>The first picture of each digit 0 … 9, in that order: of the test set these are the ten that published demonstrations
    /// use.</summary>
    /// <param name="threshold">Pixels above it, from 0 to 255, become +1.</param>
    public PatternSet FirstOfEachDigit(int threshold)
    {
        var set = Images.ToPatterns([.. Enumerable.Range(0, 10).Select(digit => Array.IndexOf(Labels, (byte)digit))], threshold);
        return new(set.Width, set.Height, set.Patterns, [.. Enumerable.Range(0, 10).Select(digit => $"digit {digit}")]);
    }

    /// <summary>Distinct pictures, chosen uniformly by the key.</summary>
    /// <param name="count">How many, at most all.</param>
    /// <param name="key">Chooses them.</param>
    public int[] Draw(int count, RandomKey key)
    {
        Check.InRange(count, 1, Images.Count, nameof(count));
        var stream = key.Stream();
        var order = new int[Images.Count];
        for (int i = 0; i < order.Length; i++) order[i] = i;
        for (int i = 0; i < count; i++)
        {
            int j = i + stream.NextIndex(order.Length - i);
            (order[i], order[j]) = (order[j], order[i]);
        }
        return order[..count];
    }
}
