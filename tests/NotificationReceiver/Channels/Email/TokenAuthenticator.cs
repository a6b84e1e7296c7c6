using System.Security.Cryptography;
using System.Text;
using SmtpServer;
using SmtpServer.Authentication;

namespace Kthena.NotificationReceiver.Channels.Email;

/// <summary>Lets any user in whose password is the token.</summary>
internal sealed class TokenAuthenticator(string token) : UserAuthenticator
{
    private readonly byte[] _expected = Encoding.UTF8.GetBytes(token);

    public override Task<bool> AuthenticateAsync(ISessionContext context, string user, string password, CancellationToken cancellationToken) =>
        Task.FromResult(CryptographicOperations.FixedTimeEquals(_expected, Encoding.UTF8.GetBytes(password)));
}
