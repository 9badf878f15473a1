namespace Bijgespijkerd.Web.Accounts;

public sealed record SignInForm(string? Email, string? Password, bool Blijf);

public sealed record SetUpForm(string? Name, string? Email, string? Password);

public sealed record RecoveryForm(string? Email);

public sealed record NewPasswordForm(string? Current, string? Password);

public sealed record NewEmailForm(string? Email, string? CurrentForEmail);

/// <summary>What the browser says of a passkey, as JSON, and a name for it.</summary>
public sealed record PasskeyForm(string? Credential, string? Name, string? Current);
