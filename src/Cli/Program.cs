Console.WriteLine("hopfield");
