namespace Bijgespijkerd.Text;

// The text would give far more HTML than it is long, or is nested too deeply: it is shown as plain paragraphs.
internal sealed class UnfitTextException : Exception;
