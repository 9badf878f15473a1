using System.Reflection;
using Bijgespijkerd.Web.Posts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;

namespace Bijgespijkerd.Tests.HouseRules;

/// <summary>What the controllers declare.</summary>
public static class Routes
{
    public static IEnumerable<Type> Controllers() => typeof(PostController).Assembly.GetTypes().Where(t => typeof(ControllerBase).IsAssignableFrom(t) && !t.IsAbstract);

    public static IEnumerable<MethodInfo> Actions(Type controller) =>
        controller.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(m => m.GetCustomAttribute<NonActionAttribute>() is null && !m.IsSpecialName);

    public static IEnumerable<(string Method, string Route)> Of(MethodInfo action) => action.GetCustomAttributes()
        .OfType<IRouteTemplateProvider>().SelectMany(route => (route as IActionHttpMethodProvider)?.HttpMethods.Select(m => (m, route.Template ?? "")) ?? [("ANY", route.Template ?? "")]);
}
