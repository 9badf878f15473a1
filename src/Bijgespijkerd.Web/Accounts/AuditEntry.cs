using Bijgespijkerd.Web.Platform.Data;

namespace Bijgespijkerd.Web.Accounts;

/// <summary>A line of the log of what was done: only ever added.</summary>
public sealed class AuditEntry
{
    private AuditEntry() { }

    public long Id { get; private set; }
    public DateTimeOffset At { get; private set; }
    public long? AccountId { get; private set; }

    /// <summary>The name at that moment; it stays when the account goes.</summary>
    public string Who { get; private set; } = "";

    /// <summary>A code; its feature knows the sentence (<see cref="IAuditWords"/>).</summary>
    public string Action { get; private set; } = "";
    public string Subject { get; private set; } = "";

    internal static AuditEntry Of(long? accountId, string who, string action, string subject, DateTimeOffset now) =>
        new() { AccountId = accountId, Who = who, Action = action, Subject = subject.Length > Limits.Title ? subject[..Limits.Title] : subject, At = now };
}

public static class AuditLog
{
    /// <summary>Notes what was done in the unit of work that does it.</summary>
    public static void Audit(this BlogDb db, CurrentAccount who, string action, string subject, DateTimeOffset now) =>
        db.AuditEntries.Add(AuditEntry.Of(who.Id, who.Name, action, subject, now));

    /// <summary>Of somebody whose account was asked for before this unit of work.</summary>
    public static void Audit(this BlogDb db, long accountId, string who, string action, string subject, DateTimeOffset now) =>
        db.AuditEntries.Add(AuditEntry.Of(accountId, who, action, subject, now));

    /// <summary>Of somebody who is only just signing in.</summary>
    public static void Audit(this BlogDb db, Account who, string action, string subject, DateTimeOffset now) =>
        db.AuditEntries.Add(AuditEntry.Of(who.Id, who.Name, action, subject, now));

    /// <summary>Of the program itself or an operator at the console.</summary>
    public static void Audit(this BlogDb db, string action, string subject, DateTimeOffset now) =>
        db.AuditEntries.Add(AuditEntry.Of(null, "", action, subject, now));
}
