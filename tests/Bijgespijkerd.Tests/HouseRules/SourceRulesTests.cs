namespace Bijgespijkerd.Tests.HouseRules;

/// <summary>The house rules about texts of sources, each with an offender that it must catch.</summary>
public sealed class SourceRulesTests
{
    private static readonly SourceFile[] All = [.. SourceFile.In("src"), .. SourceFile.In("bench"), .. SourceFile.In("tests")];
    private static readonly SourceFile[] Program = [.. SourceFile.In("src")];
    private static readonly SourceFile[] Scripts = [.. Repository.Files("src", ".js").Select(path => new SourceFile(path, Repository.Read(path)))];
    private static readonly SourceFile[] Views = [.. Repository.Files("src", ".cshtml").Select(path => new SourceFile(path, Repository.Read(path)))];

    /// <summary>This folder shows the offenders.</summary>
    private static readonly SourceFile[] AllButRules = [.. All.Where(f => !f.Path.Contains("/HouseRules/", StringComparison.Ordinal))];

    [Fact]
    public void There_is_something_to_look_at()
    {
        Assert.True(Program.Length > 100);
        Assert.True(Views.Length > 15);
        Assert.True(Scripts.Length > 15);
    }

    [Fact]
    public void No_file_is_longer_than_300_lines()
    {
        Assert.Single(SourceRules.TooLong(Offender(string.Concat(Enumerable.Repeat("a\n", 301)))));
        Assert.Empty(SourceRules.TooLong(Offender(string.Concat(Enumerable.Repeat("a\n", 300)))));
        Assert.Equal([], All.Concat(Views).Concat(Scripts).SelectMany(SourceRules.TooLong));
    }

    [Fact]
    public void No_type_is_named_after_nothing()
    {
        foreach (var name in new[] { "class PostService", "record PostDto(int A)", "interface IPostManager", "static class TextHelper", "record struct PostImpl", "enum KindUtil", "class PageBase" })
        {
            Assert.Single(SourceRules.Names(Offender(name)));
        }

        Assert.Empty(SourceRules.Names(Offender("class DatabaseFile; class Basement; class Serviced")));
        Assert.Equal([], All.SelectMany(SourceRules.Names).Where(f => !f.Contains("HouseRules/", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_folder_is_a_drawer()
    {
        foreach (var folder in new[] { "Helpers", "Utils", "Common", "Extensions", "Services" })
        {
            Assert.Single(SourceRules.Folders(new SourceFile($"src/Web/{folder}/A.cs", "")));
        }

        Assert.Equal([], All.Concat(Views).SelectMany(SourceRules.Folders));
    }

    [Fact]
    public void Only_one_place_writes_text_as_markup()
    {
        foreach (var use in new[] { "@Html.Raw(a)", "new HtmlString(a)", "output.Content.SetHtmlContent(a)", "builder.AppendHtml(a)" })
        {
            Assert.Single(SourceRules.RawHtml(Offender(use)));
        }

        Assert.Equal([], Program.Concat(Views).SelectMany(SourceRules.RawHtml));
        Assert.Equal(2, Repository.Read("src/Bijgespijkerd.Web/Platform/Web/Trusted.cs").Split("new HtmlString(").Length - 1);
    }

    [Fact]
    public void No_sql_is_put_together_from_texts()
    {
        foreach (var use in new[] { "db.Posts.FromSqlRaw(a)", "db.Database.ExecuteSqlRaw(a)", "ExecuteSqlRawAsync(a)", "SqlQueryRaw<int>(a)" })
        {
            Assert.Single(SourceRules.RawSql(Offender(use)));
        }

        Assert.Equal([], AllButRules.SelectMany(SourceRules.RawSql));
    }

    [Fact]
    public void The_schema_comes_from_migrations_only()
    {
        Assert.Single(SourceRules.Schema(Offender("db.Database.EnsureCreated();")));
        Assert.Single(SourceRules.Schema(Offender("await db.Database.EnsureDeletedAsync();")));
        Assert.Equal([], AllButRules.SelectMany(SourceRules.Schema));
    }

    [Fact]
    public void Xml_is_read_in_one_place()
    {
        foreach (var use in new[] { "XmlReader.Create(a)", "XDocument.Load(a)", "new XmlDocument()", "DtdProcessing.Parse", "new XmlTextReader(a)" })
        {
            Assert.Single(SourceRules.Xml(Offender(use)));
        }

        Assert.Equal([], Program.SelectMany(SourceRules.Xml));
        Assert.Contains("DtdProcessing.Prohibit", Program.Single(f => f.Name == SourceRules.XmlPlace).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_regular_expression_ends()
    {
        Assert.Single(SourceRules.EndlessRegex(Offender("var a = new Regex(\"(a+)+$\");")));
        Assert.Single(SourceRules.EndlessRegex(Offender("if (Regex.IsMatch(text, \"(a+)+$\"))")));
        Assert.Single(SourceRules.EndlessRegex(Offender("[GeneratedRegex(\"(a+)+$\")] ")));
        Assert.Empty(SourceRules.EndlessRegex(Offender("var a = new Regex(\"(a+)+$\", RegexOptions.NonBacktracking);")));
        Assert.Empty(SourceRules.EndlessRegex(Offender("[GeneratedRegex(\"a\", RegexOptions.None, matchTimeoutMilliseconds: 100)]")));
        Assert.Equal([], Program.SelectMany(SourceRules.EndlessRegex));
    }

    [Fact]
    public void No_file_has_regions_or_a_header()
    {
        Assert.Single(SourceRules.Regions(Offender("    #region Fields\n")));
        Assert.Single(SourceRules.Regions(Offender("// Copyright somebody\nnamespace A;")));
        Assert.Equal([], AllButRules.SelectMany(SourceRules.Regions));
    }

    [Fact]
    public void Nothing_names_a_path_of_one_machine()
    {
        foreach (var path in new[] { "/home/femke/blog", "C:\\Users\\femke", "/Users/femke/" })
        {
            Assert.NotEmpty(SourceRules.MachinePaths(Offender($"var a = \"{path}\";")));
        }

        var files = Repository.Files(".", ".cs", ".cshtml", ".csproj", ".props", ".targets", ".json", ".md", ".resx", ".sln", ".txt", ".css", ".js", "")
            .Where(f => !f.StartsWith("tests/Bijgespijkerd.Tests/HouseRules/", StringComparison.Ordinal) && !f.StartsWith("tests/Bijgespijkerd.Tests/Site/ErrorPageTests", StringComparison.Ordinal));
        Assert.Equal([], files.Select(path => new SourceFile(path, Repository.Read(path))).SelectMany(SourceRules.MachinePaths));
    }

    [Fact]
    public void No_view_holds_words_of_its_own()
    {
        foreach (var line in new[] { "<p>Reageer nu</p>", "<a href=\"/\">@Icon.Up Omhoog</a>", "<p>@Model.Name zegt</p>", "@if (a){<span>nieuw</span>}", "<li>@(a == 1 ? \"x\" : \"y\") keer</li>" })
        {
            Assert.Single(SourceRules.LiteralText(Offender(line)));
        }

        Assert.Empty(SourceRules.LiteralText(Offender("<p class=\"kort lang\">@Model.Name <b>@string.Format(A.B, Texts.Of(1))</b> · @(a.Length > 0 ? Texts.Een : Texts.Twee)</p>")));
        Assert.Equal([], Views.SelectMany(SourceRules.LiteralText));
    }

    [Fact]
    public void No_view_holds_inline_script_or_style()
    {
        foreach (var line in new[] { "<p style=\"color:red\">", "<p onclick=\"a()\">", "<style>", "<script>a()</script>", "<script type=\"module\">" })
        {
            Assert.Single(SourceRules.InlineMarkup(Offender(line)));
        }

        Assert.Empty(SourceRules.InlineMarkup(Offender("<script src=\"~/js/a.js\" defer></script><script type=\"application/ld+json\">")));
        Assert.Equal([], Views.SelectMany(SourceRules.InlineMarkup));
    }

    private static SourceFile Offender(string text) => new("src/Web/Offender.cs", text);
}
