using Bijgespijkerd.Bench.Data;
using Bijgespijkerd.Bench.Report;
using Bijgespijkerd.Bench.Running;

namespace Bijgespijkerd.Bench.Rows;

/// <summary>The same kind of page on much and on little data, by the same steps and in turn.</summary>
public sealed class SizeOfData(Stage stage)
{
    private const string Group = "size";
    private const string What = "post page of 200, 1,000,000 comments against 10,000";
    private const string Target = "0.8 to 1.2 x";
    private const int Starts = 4;

    public async Task RunAsync(CancellationToken cancel)
    {
        if (stage.Options.IsQuick)
        {
            stage.Table.Add(Row.None(Group, What, Target, "not in --quick"));
            return;
        }

        var small = await DataSet.OpenAsync(await stage.Maker.MakeAsync(DataSpec.Small, cancel), DataSpec.Small, cancel);
        var copy = stage.Folders.Copy(small.Folder, "small");
        var (much, little) = (new List<double>(), new List<double>());
        for (var start = 0; start < Starts; start++)
        {
            much.Add(await MeasureAsync(stage.Data, stage.Reading, cancel));
            little.Add(await MeasureAsync(small, copy, cancel));
        }

        var ratio = Figures.Median([.. much.Zip(little, (large, few) => large / few)]);
        stage.Table.Add(new(Group, What, $"{Figures.Median(much):0.00} ms", $"10,000: {Figures.Median(little):0.00} ms", ratio, Target, ratio <= 1.2));
    }

    /// <summary>The little set has few pages to warm up with, so both warm up with the same few.</summary>
    private async Task<double> MeasureAsync(DataSet data, string copy, CancellationToken cancel)
    {
        var pages = DataSpec.Small.TwoHundred;
        await using var blog = await stage.Servers.BlogAsync(copy, cancel);
        string[] warm = [.. data.Twenty.Take(DataSpec.Small.Twenty), .. data.Others.Take(40), .. data.TwoHundred.Take(pages / 2)];
        await Walk.AlongAsync(blog, warm, cancel);
        await stage.WarmAsync(blog, warm, cancel);
        return (await Walk.AlongAsync(blog, [.. data.TwoHundred.Take(pages).Skip(pages / 2)], cancel)).CpuMilliseconds;
    }
}
