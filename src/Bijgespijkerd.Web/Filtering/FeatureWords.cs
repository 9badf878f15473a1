using System.Globalization;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Web;

namespace Bijgespijkerd.Web.Filtering;

/// <summary>What the filter looked at, in words.</summary>
public static class FeatureWords
{
    public static string Say(string feature)
    {
        var (kind, rest) = (feature[..2], feature[2..]);
        return kind switch
        {
            "w:" or "p:" => $"‘{rest}’",
            "q:" => string.Format(SiteClock.Dutch, FilteringTexts.FeatureQuoted, rest),
            "h:" => string.Format(SiteClock.Dutch, FilteringTexts.FeatureHost, rest),
            "u:" => string.Format(SiteClock.Dutch, FilteringTexts.FeatureInAddress, rest),
            "t:" => Language(rest),
            "f:" => string.Format(SiteClock.Dutch, FilteringTexts.FeatureTime, Time(rest)),
            "l:" => Links(rest),
            "n:" => Name(rest),
            _ => Writing(rest),
        };
    }

    /// <summary>How much it weighed, with its sign: above zero speaks for spam.</summary>
    public static string Weight(FeatureWeight weight) => weight.Weight.ToString("+0.0;−0.0", SiteClock.Dutch);

    public static string Percent(double probability) => (probability * 100).ToString("0", CultureInfo.InvariantCulture) + "%";

    private static string Language(string code) => code switch
    {
        "nl" => FilteringTexts.FeatureDutch,
        "en" => FilteringTexts.FeatureEnglish,
        _ => FilteringTexts.FeatureOtherLanguage,
    };

    private static string Time(string bound) => bound.Replace("<", FilteringTexts.Under + " ", StringComparison.Ordinal).Replace("10m+", FilteringTexts.OverTenMinutes, StringComparison.Ordinal);

    private static string Links(string code) => code switch
    {
        "0" => FilteringTexts.FeatureNoLinks,
        "1" => FilteringTexts.FeatureOneLink,
        "none" => FilteringTexts.FeatureNowhere,
        "website" => FilteringTexts.FeatureWebsite,
        "mostly" => FilteringTexts.FeatureMostlyLinks,
        "bbcode" or "html" => FilteringTexts.FeatureStrangeLinks,
        _ => string.Format(SiteClock.Dutch, FilteringTexts.FeatureLinks, code.Replace("+", " " + FilteringTexts.OrMore, StringComparison.Ordinal)),
    };

    private static string Name(string code) => code switch
    {
        "shop" => FilteringTexts.FeatureShop,
        "lower" => FilteringTexts.FeatureLowerName,
        "digits" => FilteringTexts.FeatureDigits,
        "address" => FilteringTexts.FeatureAddressName,
        "long" => FilteringTexts.FeatureLongName,
        _ => string.Format(SiteClock.Dutch, FilteringTexts.FeatureName, code.Replace("word ", "", StringComparison.Ordinal)),
    };

    private static string Writing(string code) => code switch
    {
        "capitals" => FilteringTexts.FeatureCapitals,
        "!" => FilteringTexts.FeatureShout,
        "!!" => FilteringTexts.FeatureShouts,
        "money" => FilteringTexts.FeatureMoney,
        "percent" => FilteringTexts.FeaturePercent,
        "phone" => FilteringTexts.FeaturePhone,
        "email" => FilteringTexts.FeatureEmail,
        "emoji" => FilteringTexts.FeatureEmoji,
        "hidden" or "mixed" or "spaced" or "endless" => FilteringTexts.FeatureDisguise,
        _ => FilteringTexts.FeatureScript,
    };
}
