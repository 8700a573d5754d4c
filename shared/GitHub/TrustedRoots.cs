using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ChangeSentinel.GitHub;

/// <summary>Root certificates of a private authority, trusted beside the system's.</summary>
public sealed class TrustedRoots
{
    private const int MostBytes = 1 << 20;
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    private readonly X509Certificate2Collection roots;

    private TrustedRoots(X509Certificate2Collection roots) => this.roots = roots;

    /// <summary>Null where the PEM text holds no certificate or a broken one.</summary>
    public static TrustedRoots? Parse(string pem)
    {
        var found = new X509Certificate2Collection();
        try
        {
            found.ImportFromPem(pem);
        }
        catch (CryptographicException)
        {
            return null;
        }

        return found.Count == 0 ? null : new(found);
    }

    /// <summary>The input `ca-bundle`: the path of a PEM file, or its text; null where it is not given.</summary>
    internal static TrustedRoots? FromInput(Func<string, string?> variable, List<string> errors)
    {
        var given = variable("INPUT_CA-BUNDLE") is { Length: > 0 } hyphen ? hyphen : variable("INPUT_CA_BUNDLE");
        if (string.IsNullOrWhiteSpace(given))
            return null;
        var isText = given.Contains("-----BEGIN", StringComparison.Ordinal);
        var pem = isText ? given : ReadFile(given.Trim(), errors);
        if (pem is null)
            return null;
        if (Parse(pem) is { } parsed)
            return parsed;
        errors.Add($"The input ca-bundle {(isText ? "" : $"names the file '{given.Trim()}', which ")}holds no readable "
            + "certificate; it takes certificates in PEM form (-----BEGIN CERTIFICATE-----), or such a file's path.");
        return null;
    }

    /// <summary>
    /// Accepts what the system accepts, and beside it a server whose only fault is that its chain ends in one of
    /// these roots.
    /// </summary>
    internal bool Accept(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
            return true;
        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || certificate is not X509Certificate2 server)
            return false;
        using var ours = new X509Chain();
        ours.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        ours.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        ours.ChainPolicy.ApplicationPolicy.Add(new(ServerAuthentication));
        ours.ChainPolicy.CustomTrustStore.AddRange(roots);
        if (chain is not null)
            ours.ChainPolicy.ExtraStore.AddRange(chain.ChainPolicy.ExtraStore);
        return ours.Build(server);
    }

    private static string? ReadFile(string path, List<string> errors)
    {
        try
        {
            if (new FileInfo(path).Length <= MostBytes)
                return File.ReadAllText(path);
            errors.Add($"The input ca-bundle names the file '{path}', which is larger than 1 MiB; "
                + "give a PEM file with the authorities that are needed alone.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            errors.Add($"The input ca-bundle names the file '{path}', which can't be read; "
                + "give a path that the job can read, or the PEM text itself.");
        }

        return null;
    }
}
