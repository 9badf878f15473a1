namespace Bijgespijkerd.Web.Export;

/// <summary>Why there is no export: one line for the operator. A file that was there is there still.</summary>
public sealed class ExportRefusedException(string reason) : Exception(reason);
