namespace Bijgespijkerd.Web.Backup;

/// <summary>Why no backup was made, or why this one is not taken: one line for the operator. Nothing was changed.</summary>
public sealed class BackupRefusedException(string reason) : Exception(reason);
