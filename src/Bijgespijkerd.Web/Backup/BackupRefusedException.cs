namespace Bijgespijkerd.Web.Backup;

/// <summary>Why no backup was made, or why this one is not taken: one line for the operator. Nothing was changed.</summary>
public sealed class BackupRefusedException(string reason, BackupTrouble trouble = BackupTrouble.Other) : Exception(reason)
{
    public BackupTrouble Trouble { get; } = trouble;
}

/// <summary>What was in the way of a backup, as far as it can be said to who does not read logs.</summary>
public enum BackupTrouble
{
    Other,
    Folder,
    NoRoom,
    Database,
    Pictures,
    NotReadBack,
    Rotation,
}
