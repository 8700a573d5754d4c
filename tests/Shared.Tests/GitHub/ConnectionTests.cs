using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ChangeSentinel.GitHub;
using static ChangeSentinel.Tests.GitHub.ScriptedServer;

namespace ChangeSentinel.Tests.GitHub;

public static class ConnectionTests
{
    [Theory]
    [InlineData(null, null, "https://api.github.com/", "https://api.github.com/graphql")]
    [InlineData("", "", "https://api.github.com/", "https://api.github.com/graphql")]
    [InlineData(
        "https://api.github.com", "https://api.github.com/graphql", "https://api.github.com/", "https://api.github.com/graphql")]
    [InlineData("https://ghes.example/api/v3", null, "https://ghes.example/api/v3/", "https://ghes.example/api/graphql")]
    [InlineData(
        "https://ghes.example:8443/api/v3/", "https://GHES.example:8443/api/graphql",
        "https://ghes.example:8443/api/v3/", "https://ghes.example:8443/api/graphql")]
    [InlineData("https://api.acme.ghe.com", null, "https://api.acme.ghe.com/", "https://api.acme.ghe.com/graphql")]
    [InlineData("http://127.0.0.1:5000", null, "http://127.0.0.1:5000/", "http://127.0.0.1:5000/graphql")]
    [InlineData("http://[::1]:5000", null, "http://[::1]:5000/", "http://[::1]:5000/graphql")]
    public static void Addresses_come_from_the_environment(string? api, string? graphQl, string root, string query)
    {
        var reading = Read(("GITHUB_API_URL", api), ("GITHUB_GRAPHQL_URL", graphQl));

        Assert.Empty(reading.Errors);
        Assert.Equal((root, query), (reading.Connection!.Root.AbsoluteUri, reading.Connection.GraphQl.AbsoluteUri));
    }

    [Theory]
    [InlineData("http://ghes.example/api/v3", "GITHUB_API_URL is 'http://ghes.example/api/v3'; it must begin with https://")]
    [InlineData("ftp://ghes.example", "must begin with https://")]
    [InlineData("http://127.0.0.1.evil.example", "must begin with https://")]
    [InlineData("ghes.example", "must be an absolute address")]
    [InlineData("https://", "must be an absolute address")]
    [InlineData("https://me:canary@ghes.example", "holds a user name or password")]
    [InlineData("https://ghes.example/?token=canary", "has a query or a fragment")]
    [InlineData("https://ghes.example/#x", "has a query or a fragment")]
    [InlineData("https://ghes.example/api/v4", "its path must be empty (https://api.github.com) or /api/v3")]
    public static void A_wrong_address_is_one_error_that_names_the_variable(string api, string says)
    {
        var reading = Read(("GITHUB_API_URL", api));

        var error = Assert.Single(reading.Errors);
        Assert.Null(reading.Connection);
        Assert.StartsWith("GITHUB_API_URL ", error, StringComparison.Ordinal);
        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example/graphql")]
    [InlineData("https://api.github.com/other")]
    [InlineData("http://api.github.com/graphql")]
    public static void GraphQL_lies_beside_the_API(string graphQl)
    {
        var reading = Read(("GITHUB_GRAPHQL_URL", graphQl));

        Assert.StartsWith("GITHUB_GRAPHQL_URL ", Assert.Single(reading.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public static void Every_mistake_is_told_at_once()
    {
        var reading = Read(
            ("GITHUB_API_URL", "http://ghes.example"), ("INPUT_CA-BUNDLE", "/nowhere/ca.pem"));

        Assert.Equal(2, reading.Errors.Count);
    }

    [Theory]
    [InlineData("-----BEGIN CERTIFICATE-----\nbm90aGluZw==\n-----END CERTIFICATE-----", "holds no readable certificate")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nbm90aGluZw==\n-----END PUBLIC KEY-----", "holds no readable certificate")]
    [InlineData("/nowhere/ca.pem", "names the file '/nowhere/ca.pem', which can't be read")]
    [InlineData("/dev/null", "names the file '/dev/null', which holds no readable certificate")]
    public static void A_wrong_bundle_is_one_error_that_names_the_input(string bundle, string says)
    {
        var error = Assert.Single(Read(("INPUT_CA_BUNDLE", bundle)).Errors);

        Assert.StartsWith("The input ca-bundle ", error, StringComparison.Ordinal);
        Assert.Contains(says, error, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task A_server_of_a_private_authority_is_trusted_with_its_root_and_not_without()
    {
        using var authority = Authority("CN=ours");
        using var server = Server(authority, IPAddress.Loopback);
        var roots = Read(("INPUT_CA-BUNDLE", authority.ExportCertificatePem())).Connection!.Roots;
        await using var trusting = await Conversation.Start(usual => usual with { Roots = roots }, server);
        await using var plain = await Conversation.Start(null, server);
        trusting.Server.On("/user", Json("""{"name":"me"}"""));

        var read = await trusting.Get("user");
        var failure = await Conversation.Failure(plain.Get("user"));

        Assert.Equal("me", read.Name);
        Assert.Equal(ForgeFailure.Unavailable, failure.Failure);
        Assert.Contains("ca-bundle", failure.Message, StringComparison.Ordinal);
        Assert.Empty(plain.Server.Seen);
    }

    [Theory]
    [InlineData("another authority")]
    [InlineData("another host")]
    public static async Task A_private_root_vouches_for_nothing_else(string wrong)
    {
        using var authority = Authority("CN=ours");
        using var stranger = Authority("CN=ours");
        using var server = wrong == "another host"
            ? Server(authority, IPAddress.Parse("127.0.0.2")) : Server(stranger, IPAddress.Loopback);
        var roots = TrustedRoots.Parse(authority.ExportCertificatePem());
        await using var talk = await Conversation.Start(usual => usual with { Roots = roots }, server);

        var failure = await Conversation.Failure(talk.Get("user"));

        Assert.Equal(ForgeFailure.Unavailable, failure.Failure);
        Assert.Empty(talk.Server.Seen);
    }

    private static ConnectionReading Read(params (string Name, string? Value)[] variables) =>
        GitHubConnection.From(
            name => variables.FirstOrDefault(variable => variable.Name == name).Value,
            new FixedToken(new(Conversation.Token)));

    private static X509Certificate2 Authority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        return request.CreateSelfSigned(Today.AddDays(-1), Today.AddDays(30));
    }

    private static X509Certificate2 Server(X509Certificate2 authority, IPAddress address)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=server", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(address);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(
            new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        using var bare = request.Create(authority, Today, Today.AddDays(7), [1, 2, 3]);
        using var whole = bare.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null);
    }

    /// <summary>TLS looks at the machine's own clock.</summary>
    private static DateTimeOffset Today => DateTimeOffset.UtcNow;
}
