using Bijgespijkerd.Web.Platform.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Platform.Web;

/// <summary>Nothing could be stored: the lane is full, or the disk or the database refuses. Whoever typed hears when to try again, and keeps the text.</summary>
internal static class NotStored
{
    private const string Seconds = "30";

    public static bool Is(Exception failure) => failure is WriteLaneFullException or SqliteException or DbUpdateException;

    /// <summary>The status of the answer that gives the text back.</summary>
    public static int Status(Controller controller, ILogger log, Exception failure)
    {
        if (failure is WriteLaneFullException)
        {
            log.LogWarning("Not stored: {Reason}", failure.Message);
        }
        else
        {
            log.LogError(failure, "Something could not be stored");
        }

        controller.Response.Headers.RetryAfter = Seconds;
        return StatusCodes.Status503ServiceUnavailable;
    }
}
