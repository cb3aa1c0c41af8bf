using System.Text;
using Cli;

Console.OutputEncoding = Encoding.UTF8;
return await CommandLine.RunAsync(args);
