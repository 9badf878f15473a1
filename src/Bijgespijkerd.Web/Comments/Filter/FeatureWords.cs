using System.Globalization;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Web;

namespace Bijgespijkerd.Web.Comments.Filter;

/// <summary>What the filter looked at, in words.</summary>
public static class FeatureWords
{
    public static string Say(string feature)
    {
        var (kind, rest) = (feature[..2], feature[2..]);
        return kind switch
        {
            "w:" or "p:" => $"‘{rest}’",
            "q:" => string.Format(SiteClock.Dutch, FilterTexts.FeatureQuoted, rest),
            "h:" => string.Format(SiteClock.Dutch, FilterTexts.FeatureHost, rest),
            "u:" => string.Format(SiteClock.Dutch, FilterTexts.FeatureInAddress, rest),
            "t:" => Language(rest),
            "f:" => string.Format(SiteClock.Dutch, FilterTexts.FeatureTime, Time(rest)),
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
        "nl" => FilterTexts.FeatureDutch,
        "en" => FilterTexts.FeatureEnglish,
        _ => FilterTexts.FeatureOtherLanguage,
    };

    private static string Time(string bound) => bound.Replace("<", FilterTexts.Under + " ", StringComparison.Ordinal).Replace("10m+", FilterTexts.OverTenMinutes, StringComparison.Ordinal);

    private static string Links(string code) => code switch
    {
        "0" => FilterTexts.FeatureNoLinks,
        "1" => FilterTexts.FeatureOneLink,
        "none" => FilterTexts.FeatureNowhere,
        "website" => FilterTexts.FeatureWebsite,
        "mostly" => FilterTexts.FeatureMostlyLinks,
        "bbcode" or "html" => FilterTexts.FeatureStrangeLinks,
        _ => string.Format(SiteClock.Dutch, FilterTexts.FeatureLinks, code.Replace("+", " " + FilterTexts.OrMore, StringComparison.Ordinal)),
    };

    private static string Name(string code) => code switch
    {
        "shop" => FilterTexts.FeatureShop,
        "lower" => FilterTexts.FeatureLowerName,
        "digits" => FilterTexts.FeatureDigits,
        "address" => FilterTexts.FeatureAddressName,
        "long" => FilterTexts.FeatureLongName,
        _ => string.Format(SiteClock.Dutch, FilterTexts.FeatureName, code.Replace("word ", "", StringComparison.Ordinal)),
    };

    private static string Writing(string code) => code switch
    {
        "capitals" => FilterTexts.FeatureCapitals,
        "!" => FilterTexts.FeatureShout,
        "!!" => FilterTexts.FeatureShouts,
        "money" => FilterTexts.FeatureMoney,
        "percent" => FilterTexts.FeaturePercent,
        "phone" => FilterTexts.FeaturePhone,
        "email" => FilterTexts.FeatureEmail,
        "emoji" => FilterTexts.FeatureEmoji,
        "hidden" or "mixed" or "spaced" or "endless" => FilterTexts.FeatureDisguise,
        _ => FilterTexts.FeatureScript,
    };
}
