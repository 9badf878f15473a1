using System.Reflection;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.HouseRules;

/// <summary>Entities change by their own verbs only.</summary>
[Collection(nameof(WholeSite))]
public sealed class ModelRulesTests(WholeSite site)
{
    /// <summary>Values rather than things: made by who has the facts.</summary>
    private static readonly Type[] Values = [typeof(SiteValue), typeof(CommentReason), typeof(ThreadPage)];

    [Fact]
    public async Task Entities_are_sealed_and_set_by_nobody_from_outside()
    {
        var entities = await site.Blog.ReadAsync(db => Task.FromResult(db.Model.GetEntityTypes().Select(e => e.ClrType).ToList()));

        Assert.True(entities.Count > 10);
        Assert.Equal([], entities.SelectMany(Faults));
    }

    [Fact]
    public void An_entity_that_anybody_can_set_is_caught()
    {
        Assert.Equal(["OpenEntity is not sealed", "OpenEntity.Name can be set", "OpenEntity.Field is a field", "OpenEntity has a public constructor"], Faults(typeof(OpenEntity)));
    }

    [Fact]
    public void Forms_are_bound_and_never_entities()
    {
        var entities = typeof(Comment).Assembly.GetTypes().Where(t => typeof(BlogDb).GetProperties().Any(p => p.PropertyType == typeof(DbSet<>).MakeGenericType(t.IsGenericTypeDefinition || t.IsByRefLike || t == typeof(void) || !t.IsClass ? typeof(object) : t))).ToHashSet();
        Assert.True(entities.Count > 10);
        var bound = Routes.Controllers().SelectMany(Routes.Actions).SelectMany(a => a.GetParameters()).Select(p => p.ParameterType).ToHashSet();

        Assert.Contains(typeof(CommentForm), bound);
        Assert.Empty(bound.Intersect(entities));
    }

    private static IEnumerable<string> Faults(Type entity)
    {
        const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance;
        if (!entity.IsSealed)
        {
            yield return $"{entity.Name} is not sealed";
        }

        foreach (var property in entity.GetProperties(Public).Where(p => p.GetSetMethod() is not null))
        {
            yield return $"{entity.Name}.{property.Name} can be set";
        }

        foreach (var field in entity.GetFields(Public))
        {
            yield return $"{entity.Name}.{field.Name} is a field";
        }

        if (entity.GetConstructors(Public).Length > 0 && !Values.Contains(entity))
        {
            yield return $"{entity.Name} has a public constructor";
        }
    }

#pragma warning disable CA1051, CA1852, MA0053, CA1812, CS0649 // It offends on purpose.
    private class OpenEntity
    {
        public string Field = "";

        public string Name { get; set; } = "";
    }
}
