namespace ChangeSentinel.Yaml;

/// <summary>What a scalar stands for.</summary>
public enum YamlScalarKind
{
    Text,
    Nothing,
    Flag,
    Number,
}

/// <summary>Tells what a plain word stands for, by YAML's core schema.</summary>
/// <remarks>https://yaml.org/spec/1.2.2/#103-core-schema</remarks>
internal static class YamlScalarKinds
{
    public static YamlScalarKind OfPlain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => YamlScalarKind.Nothing,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => YamlScalarKind.Flag,
        _ => IsNumber(text) ? YamlScalarKind.Number : YamlScalarKind.Text,
    };

    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        if (text is ['0', 'x', _, ..])
            return IsHex(text[2..]);
        if (text is ['0', 'o', _, ..])
            return !text[2..].ContainsAnyExceptInRange('0', '7');
        if (text is ".nan" or ".NaN" or ".NAN")
            return true;
        var unsigned = text is ['-' or '+', ..] ? text[1..] : text;
        return unsigned is ".inf" or ".Inf" or ".INF" || IsDecimal(unsigned);
    }

    private static bool IsHex(ReadOnlySpan<char> digits)
    {
        foreach (var digit in digits)
            if (!char.IsAsciiHexDigit(digit))
                return false;
        return true;
    }

    private static bool IsDecimal(ReadOnlySpan<char> text)
    {
        var exponent = text.IndexOfAny('e', 'E');
        if (exponent >= 0 && !IsExponent(text[(exponent + 1)..]))
            return false;
        var mantissa = exponent < 0 ? text : text[..exponent];
        var point = mantissa.IndexOf('.');
        if (point < 0)
            return IsDigits(mantissa);
        var fraction = mantissa[(point + 1)..];
        var isWhole = IsDigits(mantissa[..point]) && fraction.IsEmpty;
        return isWhole || IsDigits(fraction) && (point == 0 || IsDigits(mantissa[..point]));
    }

    private static bool IsExponent(ReadOnlySpan<char> text) =>
        IsDigits(text is ['-' or '+', ..] ? text[1..] : text);

    private static bool IsDigits(ReadOnlySpan<char> text) =>
        !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');
}
