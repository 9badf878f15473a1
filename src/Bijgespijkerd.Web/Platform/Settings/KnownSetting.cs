namespace Bijgespijkerd.Web.Platform.Settings;

/// <summary>A setting as it was read: what it may be, what it is without anybody's choice, and what it is now.</summary>
/// <param name="IsGiven">By file, environment or command line: then nothing else changes it.</param>
public sealed record KnownSetting(string Key, SettingRule Rule, string Standard, string Value, bool IsGiven);

/// <summary>The settings in force, each as it was read, and what the database held that could not be used.</summary>
/// <param name="Unfit">A line for the log each.</param>
public sealed record SettingsReading(BlogSettings Settings, IReadOnlyDictionary<string, KnownSetting> Known, IReadOnlyList<string> Unfit);
