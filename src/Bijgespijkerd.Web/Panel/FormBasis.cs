using System.Security.Cryptography;
using System.Text;

namespace Bijgespijkerd.Web.Panel;

/// <summary>A short print of what a form began from: when what is stored has another, somebody saved in between.</summary>
public static class FormBasis
{
    private const int Length = 16;

    public static string Of(params IEnumerable<string?> fields) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', fields))))[..Length];
}
