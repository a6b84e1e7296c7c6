namespace Aspire.Hosting;

public sealed class ExternalServiceResource : Resource
{
    public ExternalServiceResource(string name, Uri uri) : base(name)
    {
        ArgumentNullException.ThrowIfNull(uri);
        if (Problem(uri) is { } problem)
            throw new ArgumentException(problem, nameof(uri));
        Uri = uri;
    }

    public ExternalServiceResource(string name, ParameterResource urlParameter) : base(name)
    {
        ArgumentNullException.ThrowIfNull(urlParameter);
        UrlParameter = urlParameter;
    }

    public Uri? Uri { get; }

    public ParameterResource? UrlParameter { get; }

    /// <summary>The service's address, from wherever it comes.</summary>
    /// <exception cref="DistributedApplicationException">The parameter is no URL that a service can have.</exception>
    internal async ValueTask<Uri> ResolveAsync(CancellationToken cancellationToken)
    {
        if (Uri is not null)
            return Uri;
        var value = await UrlParameter!.GetValueAsync(cancellationToken).ConfigureAwait(false);
        var problem = Uri.TryCreate(value, UriKind.Absolute, out var uri) ? Problem(uri) : "The URL for the external service must be an absolute URI.";
        return problem is null ? uri! : throw new DistributedApplicationException($"The URL parameter '{UrlParameter.Name}' of external service '{Name}' is invalid: {problem}");
    }

    internal static string? Problem(Uri uri) => uri switch
    {
        { IsAbsoluteUri: false } => "The URI for the external service must be absolute.",
        { Fragment.Length: > 0 } => "The URI cannot contain a fragment.",
        { Query.Length: > 0 } => "The URI cannot contain a query string.",
        _ => null,
    };
}
