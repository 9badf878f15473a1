using System.Text;

namespace Bijgespijkerd.Text;

// Writes HTML that is balanced and holds only what is allowed, as a browser's own serialiser writes it
// (HTML Living Standard, 13.3), and beside it the plain text.
internal sealed class MarkupWriter(AllowedMarkup allowed, int maxLength)
{
    private readonly StringBuilder _html = new();
    private readonly StringBuilder _plain = new();
    private readonly Stack<string> _open = new();
    private int _inserted;

    // The last character that a reader sees before this place, or a line feed.
    public char LastShown => _plain.Length == 0 ? '\n' : _plain[^1];

    public string Html => _open.Count == 0 ? _html.ToString() : throw new InvalidOperationException($"<{_open.Peek()}> is still open.");

    public string PlainText => _plain.ToString().Trim();

    // An attribute whose value is null is left out.
    public void Open(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(tag, attributes);
        _open.Push(tag);
    }

    public void Close() => _html.Append("</").Append(_open.Pop()).Append('>');

    public void Empty(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes) => Start(tag, attributes);

    // A line feed between blocks, for people who read the source.
    public void NewLine()
    {
        if (_html.Length > 0 && _html[^1] != '\n')
        {
            _html.Append('\n');
        }
    }

    public void CloseLine()
    {
        Close();
        NewLine();
    }

    public void EndOfBlock() => EndPlain('\n');

    public void EndOfCell() => EndPlain(' ');

    public void Text(string text)
    {
        string clean = Bijgespijkerd.Text.PlainText.Clean(text);
        _plain.Append(clean);
        Escape(clean, inAttribute: false);
        if (_html.Length - _inserted > maxLength)
        {
            throw new UnfitTextException();
        }
    }

    // Text that says something about the place, and is no part of the plain text.
    public void Label(string text) => Escape(text, inAttribute: false);

    public void Break(string html)
    {
        _html.Append(html);
        _plain.Append('\n');
    }

    public void Insert(SafeHtml html)
    {
        NewLine();
        _html.Append(html.ToString());
        _inserted += html.ToString().Length;
        NewLine();
    }

    private void Start(string tag, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        allowed.Check(tag, attributes);
        _html.Append('<').Append(tag);
        foreach ((string name, string? value) in attributes)
        {
            if (value is not null)
            {
                _html.Append(' ').Append(name).Append("=\"");
                Escape(Bijgespijkerd.Text.PlainText.Clean(value), inAttribute: true);
                _html.Append('"');
            }
        }

        _html.Append('>');
        if (_html.Length - _inserted > maxLength)
        {
            throw new UnfitTextException();
        }
    }

    private void EndPlain(char with)
    {
        if (_plain.Length > 0 && _plain[^1] == ' ')
        {
            _plain[^1] = with;
        }
        else if (_plain.Length > 0 && _plain[^1] != '\n')
        {
            _plain.Append(with);
        }
    }

    private void Escape(string text, bool inAttribute)
    {
        foreach (char unit in text)
        {
            switch (unit)
            {
                case '&':
                    _html.Append("&amp;");
                    break;
                case '<':
                    _html.Append("&lt;");
                    break;
                case '>':
                    _html.Append("&gt;");
                    break;
                case '\u00A0':
                    _html.Append("&nbsp;");
                    break;
                case '"' when inAttribute:
                    _html.Append("&quot;");
                    break;
                default:
                    _html.Append(unit);
                    break;
            }
        }
    }
}
