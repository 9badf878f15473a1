namespace Bijgespijkerd.Web.Platform.Data;

/// <summary>So much waits to be written that nothing more is taken in; or the lane is closing. Nothing was stored: try again later.</summary>
public sealed class WriteLaneFullException(bool isClosing) : Exception(isClosing ? "The write lane is closing" : "The write lane is full");
