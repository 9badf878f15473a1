using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace Bijgespijkerd.Web.Platform.Web;

/// <summary>A controller's views lie beside it: the folder is the last word of its namespace.</summary>
public sealed class FeatureViews : IViewLocationExpander
{
    private const string Feature = "feature";

    public void PopulateValues(ViewLocationExpanderContext context) =>
        context.Values[Feature] = (context.ActionContext.ActionDescriptor as ControllerActionDescriptor)?
            .ControllerTypeInfo.Namespace?.Split('.')[^1] ?? "Site";

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations) =>
        [$"/{context.Values[Feature]}/{{0}}.cshtml", "/Site/{0}.cshtml"];
}
