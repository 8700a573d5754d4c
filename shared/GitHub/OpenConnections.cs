using System.Net;

namespace ChangeSentinel.GitHub;

/// <summary>How connections to a GitHub are made.</summary>
internal static class OpenConnections
{
    private const int WindowBytes = 1 << 20;

    /// <summary>The proxy comes from HTTP_PROXY, HTTPS_PROXY and NO_PROXY of the process.</summary>
    public static HttpMessageInvoker To(GitHubConnection connection)
    {
#pragma warning disable CA2000 // The invoker disposes it.
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.GZip,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            InitialHttp2StreamWindowSize = WindowBytes,
        };
#pragma warning restore CA2000
        if (connection.Roots is { } roots)
            handler.SslOptions.RemoteCertificateValidationCallback =
                (_, certificate, chain, errors) => roots.Accept(certificate, chain, errors);
        return new(handler, disposeHandler: true);
    }
}
