using System.Reflection;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Tests.HouseRules;

/// <summary>What every action must have.</summary>
public sealed class RouteRulesTests
{
    private const int MostActions = 7;

    private static readonly List<(MethodInfo Action, string Method, string Route)> All =
        [.. Routes.Controllers().SelectMany(Routes.Actions).SelectMany(a => Routes.Of(a).Select(r => (a, r.Method, r.Route)))];

    [Fact]
    public void Every_address_stands_in_a_table()
    {
        Assert.Equal([], Missing(All.Select(a => (a.Method, a.Route))));
        Assert.Equal(["GET /nieuw/{id}"], Missing([("GET", "/nieuw/{id}"), ("GET", "/privacy")]));
        Assert.Equal(["POST /privacy"], Missing([("POST", "/privacy")]));
    }

    [Fact]
    public void The_table_names_no_address_that_is_not_there()
    {
        Assert.Equal([], PublicAddresses.Gets.Concat(PublicAddresses.Posts).Select(a => a.Route).Concat(StaffAddresses.All.Select(a => a.Route)).Distinct().Except(All.Select(a => a.Route)));
    }

    [Fact]
    public void Every_form_is_judged_by_where_it_comes_from()
    {
        Assert.Equal([], All.Where(a => a.Method is not ("GET" or "HEAD" or "ANY")).Select(a => a.Action).Where(IsUnguarded).Select(a => a.Name));
        Assert.Equal(["Open"], Routes.Actions(typeof(OffendingController)).Where(IsUnguarded).Where(a => Routes.Of(a).Any(r => r.Method == "POST")).Select(a => a.Name));
    }

    [Fact]
    public void Every_address_says_who_may_come()
    {
        Assert.Equal([], All.Select(a => a.Action).Distinct().Where(SaysNobody).Select(a => $"{a.DeclaringType!.Name}.{a.Name}"));
        Assert.Contains("Open", Routes.Actions(typeof(OffendingController)).Where(SaysNobody).Select(a => a.Name));
        Assert.Equal([], All.Where(a => IsFor(a.Action, typeof(AllowAnonymousAttribute))).Select(a => a.Route).Intersect(StaffAddresses.All.Select(a => a.Route)));
    }

    [Fact]
    public void What_can_be_read_can_be_asked_for_its_head()
    {
        Assert.Equal([], WithoutHead(All.Select(a => (a.Method, a.Route))));
        Assert.Equal(["/a"], WithoutHead([("GET", "/a"), ("GET", "/b"), ("HEAD", "/b")]));
    }

    [Fact]
    public void No_controller_does_more_than_seven_things()
    {
        Assert.Equal([], Routes.Controllers().Where(IsTooBusy).Select(c => c.Name));
        Assert.True(IsTooBusy(typeof(OffendingController)));
    }

    [Fact]
    public void Every_first_word_of_an_address_is_kept_from_standing_pages()
    {
        Assert.Equal([], Free(All.Select(a => a.Route)));
        Assert.Equal(["nieuw"], Free(["/nieuw/{id}", "/zoeken", "/{slug}", "/robots.txt"]));
        var folders = Directory.EnumerateFileSystemEntries(Repository.Path("src/Bijgespijkerd.Web/wwwroot")).Select(d => "/" + Path.GetFileName(d));
        Assert.Equal([], Free(folders));
    }

    [Fact]
    public void Every_controller_is_sealed_and_named_after_one_thing()
    {
        Assert.All(Routes.Controllers(), c => Assert.True(c.IsSealed && c.Name.EndsWith("Controller", StringComparison.Ordinal), c.Name));
    }

    private static IEnumerable<string> Missing(IEnumerable<(string Method, string Route)> routes)
    {
        var gets = PublicAddresses.Gets.Select(a => a.Route).Concat(StaffAddresses.All.Where(a => a.Method == "GET").Select(a => a.Route)).ToHashSet(StringComparer.Ordinal);
        var posts = PublicAddresses.Posts.Select(a => a.Route).Concat(StaffAddresses.All.Where(a => a.Method == "POST").Select(a => a.Route)).ToHashSet(StringComparer.Ordinal);
        return routes.Where(r => !(r.Method == "POST" ? posts : gets).Contains(r.Route)).Select(r => $"{r.Method} {r.Route}");
    }

    private static IEnumerable<string> WithoutHead(IEnumerable<(string Method, string Route)> routes)
    {
        var all = routes.ToList();
        return all.Where(r => r.Method == "GET").Select(r => r.Route).Except(all.Where(r => r.Method == "HEAD").Select(r => r.Route));
    }

    private static bool IsUnguarded(MethodInfo action) =>
        action.GetCustomAttribute<SameOriginOnlyAttribute>() is null && action.DeclaringType!.GetCustomAttribute<SameOriginOnlyAttribute>() is null
        && action.GetCustomAttribute<ValidateAntiForgeryTokenAttribute>() is null && action.DeclaringType!.GetCustomAttribute<AutoValidateAntiforgeryTokenAttribute>() is null;

    private static bool SaysNobody(MethodInfo action) => !IsFor(action, typeof(AllowAnonymousAttribute)) && !IsFor(action, typeof(AuthorizeAttribute));

    private static bool IsFor(MethodInfo action, Type says) => action.IsDefined(says) || action.DeclaringType!.IsDefined(says);

    private static bool IsTooBusy(Type controller) => Routes.Actions(controller).Count() > MostActions;

    private static IEnumerable<string> Free(IEnumerable<string> routes) => routes.Select(r => r.TrimStart('/').Split('/')[0])
        .Where(word => Text.Slug.IsValid(word) && !ReservedSlugs.Contains(word)).Distinct();

    [NonController]
    private sealed class OffendingController
    {
        [HttpPost("/open")]
        public void Open() => GetHashCode();

        [HttpPost("/gesloten"), SameOriginOnly]
        public void Guarded() => GetHashCode();

        [HttpPost("/met-teken"), ValidateAntiForgeryToken]
        public void WithToken() => GetHashCode();

        public void Fourth() => GetHashCode();

        public void Fifth() => GetHashCode();

        public void Sixth() => GetHashCode();

        public void Seventh() => GetHashCode();

        public void Eighth() => GetHashCode();
    }
}
