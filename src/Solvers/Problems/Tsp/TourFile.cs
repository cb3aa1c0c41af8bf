namespace Solvers.Problems.Tsp;

/// <summary>Tours in TSPLIB's format (<c>.opt.tour</c>): cities from 1 in the file, from 0 here.</summary>
public static class TourFile
{
    /// <summary>Reads one tour.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">An unknown keyword, or the section is not one tour through all cities, closed by
    /// −1.</exception>
    public static int[] Read(string path)
    {
        using var text = new TspLibText(path);
        int cities = 0;
        int[]? tour = null;
        while (text.NextEntry())
        {
            switch (text.Keyword)
            {
                case "NAME" or "COMMENT":
                    break;
                case "TYPE":
                    text.ValueOf("TOUR");
                    break;
                case "DIMENSION":
                    cities = text.CityCount();
                    break;
                case "TOUR_SECTION":
                    tour = Section(text, cities);
                    break;
                case "-1" when tour is not null:
                    break;
                default:
                    throw text.Error($"'{text.Keyword}' is no keyword of a tour file",
                        "NAME, TYPE, COMMENT, DIMENSION, TOUR_SECTION or EOF");
            }
        }
        return tour ?? throw text.Error("TOUR_SECTION is missing", "the cities of a tour");
    }

    /// <summary>Writes one tour.</summary>
    /// <param name="path">The file; an existing one is replaced.</param>
    /// <param name="name">Name of the tour.</param>
    /// <param name="tour">Every city once, from 0.</param>
    public static void Write(string path, string name, ReadOnlySpan<int> tour)
    {
        Tours.CheckPermutation(tour, tour.Length);
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine($"NAME : {name}\nTYPE : TOUR\nDIMENSION : {tour.Length}\nTOUR_SECTION");
        foreach (int city in tour) writer.WriteLine(city + 1);
        writer.WriteLine("-1\nEOF");
    }

    private static int[] Section(TspLibText text, int cities)
    {
        var numbers = text.IntegersToMinusOne("city");
        if (cities > 0 && numbers.Count != cities) throw text.Error($"the tour visits {numbers.Count} cities", $"{cities}");
        var seen = new bool[numbers.Count];
        foreach (int city in numbers)
        {
            if (city < 1 || city > numbers.Count) throw text.Error($"city {city} is out of range", $"1 to {numbers.Count}");
            if (seen[city - 1]) throw text.Error($"city {city} is visited twice", "each city once");
            seen[city - 1] = true;
        }
        return [.. numbers.Select(city => city - 1)];
    }
}
