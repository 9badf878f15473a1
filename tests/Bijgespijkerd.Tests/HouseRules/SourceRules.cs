using System.Text.RegularExpressions;

namespace Bijgespijkerd.Tests.HouseRules;

/// <summary>A source file as the rules read it.</summary>
public sealed record SourceFile(string Path, string Text)
{
    public static IEnumerable<SourceFile> In(string folder) => Repository.Sources(folder).Select(path => new SourceFile(path, Repository.Read(path)));

    public string Name => System.IO.Path.GetFileName(Path);
}

/// <summary>The rules that a look at the text is enough for. Each gives the faults of one file, so that an offender can be shown to be caught.</summary>
public static partial class SourceRules
{
    public const int MostLines = 300;

    private static readonly string[] BadEndings = ["Service", "Manager", "Helper", "Helpers", "Util", "Utils", "Dto", "Impl", "Base"];
    private static readonly string[] BadFolders = ["Helpers", "Utils", "Common", "Extensions", "Services"];

    public static IEnumerable<string> TooLong(SourceFile file) =>
        file.Text.Count(c => c == '\n') > MostLines ? [$"{file.Path} has more than {MostLines} lines"] : [];

    public static IEnumerable<string> Names(SourceFile file) => TypeNames().Matches(file.Text).Select(m => m.Groups["name"].Value)
        .Where(name => Array.Exists(BadEndings, ending => name.EndsWith(ending, StringComparison.Ordinal) && name != "Database")).Select(name => $"{file.Path}: {name}");

    public static IEnumerable<string> Folders(SourceFile file) =>
        file.Path.Split('/').SkipLast(1).Where(folder => BadFolders.Contains(folder)).Select(folder => $"{file.Path}: {folder}");

    public static IEnumerable<string> RawHtml(SourceFile file) =>
        file.Path.EndsWith("Platform/Web/Trusted.cs", StringComparison.Ordinal) ? [] : Found(file, RawHtmlWords());

    public static IEnumerable<string> RawSql(SourceFile file) => Found(file, RawSqlWords());

    public static IEnumerable<string> Schema(SourceFile file) => Found(file, SchemaWords());

    public static IEnumerable<string> Xml(SourceFile file) => file.Name == XmlPlace ? [] : Found(file, XmlWords());

    /// <summary>Where outside XML is read, when it is: the one factory that refuses a DTD.</summary>
    public const string XmlPlace = "StrictXml.cs";

    public static IEnumerable<string> EndlessRegex(SourceFile file) => RegexUses().Matches(file.Text).Select(m => m.Value)
        .Where(use => !use.Contains("NonBacktracking", StringComparison.Ordinal) && !use.Contains("imeout", StringComparison.Ordinal) && !use.Contains("TimeSpan", StringComparison.Ordinal))
        .Select(use => $"{file.Path}: {use}");

    public static IEnumerable<string> Regions(SourceFile file) => Found(file, RegionWords());

    public static IEnumerable<string> MachinePaths(SourceFile file) => Found(file, MachinePathWords());

    /// <summary>Words a reader would see that do not come from the resources.</summary>
    public static IEnumerable<string> LiteralText(SourceFile view)
    {
        // Lines of code (@foreach, braces, declarations) hold no text; on the others, expressions and tags go, and what is left is text.
        var lines = view.Text.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith('<') || line.Contains("</", StringComparison.Ordinal) || line.Contains("}<", StringComparison.Ordinal));
        return lines.Select(line => Tags().Replace(Expressions().Replace(line, ""), " ").Trim()).Where(text => Words().IsMatch(text)).Select(text => $"{view.Path}: {text}");
    }

    public static IEnumerable<string> InlineMarkup(SourceFile view) => Found(view, InlineWords());

    private static IEnumerable<string> Found(SourceFile file, Regex words) => words.Matches(file.Text).Select(m => $"{file.Path}: {m.Value}");

    private const int Time = 2000;

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum)\s+(?:class\s+|struct\s+)?(?<name>[A-Z]\w*)", RegexOptions.None, Time)]
    private static partial Regex TypeNames();

    [GeneratedRegex(@"Html\.Raw|\bHtmlString\b|\bHtmlContentBuilder\b|SetHtmlContent|AppendHtml", RegexOptions.None, Time)]
    private static partial Regex RawHtmlWords();

    [GeneratedRegex(@"\b(?:FromSqlRaw|ExecuteSqlRaw|ExecuteSqlRawAsync|SqlQueryRaw)\b", RegexOptions.None, Time)]
    private static partial Regex RawSqlWords();

    [GeneratedRegex(@"\bEnsure(?:Created|Deleted)(?:Async)?\b", RegexOptions.None, Time)]
    private static partial Regex SchemaWords();

    [GeneratedRegex(@"\bXmlReader\.Create\b|\bnew XmlTextReader\b|\bXDocument\.Load|\bXElement\.Load|\bnew XmlDocument\b|DtdProcessing\.Parse|\bXmlUrlResolver\b", RegexOptions.None, Time)]
    private static partial Regex XmlWords();

    [GeneratedRegex(@"(?:new Regex|Regex\.(?:Match|Matches|IsMatch|Replace|Split)|\[GeneratedRegex)\([^;]*?\)(?:\]|;|\))", RegexOptions.Singleline, Time)]
    private static partial Regex RegexUses();

    [GeneratedRegex(@"^\s*#region|^// Copyright|^// <copyright", RegexOptions.Multiline, Time)]
    private static partial Regex RegionWords();

    [GeneratedRegex(@"/(?:home|Users|root)/\w+/|\b[A-Z]:\\\\?\w", RegexOptions.None, Time)]
    private static partial Regex MachinePathWords();

    [GeneratedRegex(@"\sstyle=""|\son[a-z]+=""|<style\b|<script(?![^>]*(?:\ssrc=|ld\+json))", RegexOptions.None, Time)]
    private static partial Regex InlineWords();

    [GeneratedRegex(@"@\*.*?\*@|@?\b(?:if|foreach|for|while)\s*\((?>[^()]|\((?<d>)|\)(?<-d>))*(?(d)(?!))\)\s*\{?|\}\s*else\s*\{|@?\((?>[^()]|\((?<d>)|\)(?<-d>))*(?(d)(?!))\)|@[A-Za-z_][\w.!]*(?:\((?>[^()]|\((?<e>)|\)(?<-e>))*(?(e)(?!))\)|\[[^\]]*\]|\.\w+)*", RegexOptions.None, Time)]
    private static partial Regex Expressions();

    [GeneratedRegex("<(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*>|&#?\\w+;", RegexOptions.None, Time)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\p{L}{2,}", RegexOptions.None, Time)]
    private static partial Regex Words();
}
