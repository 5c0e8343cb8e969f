package kiro.model.bedrock;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.aws.AwsCredentials;
import kiro.aws.AwsSignIn;
import kiro.aws.Lookup;
import kiro.aws.RequestSigner;
import kiro.aws.ServerTime;
import kiro.model.ModelFailure;

/// Access by signatures with AWS credentials.
final class SignedAccess implements Access {
    private static final Set<String> OF_TIME =
            Set.of(
                    "InvalidSignature",
                    "SignatureDoesNotMatch",
                    "RequestTimeTooSkewed",
                    "RequestExpired",
                    "RequestInTheFuture");
    private static final Set<String> EXPIRED = Set.of("ExpiredToken");

    private final AwsSignIn signIn;
    private final RequestSigner signer;
    private final ServerTime time;
    private Optional<AwsCredentials> used = Optional.empty();
    private boolean wasRenewed;

    /// One for each reply.
    SignedAccess(AwsSignIn signIn, RequestSigner signer, ServerTime time) {
        this.signIn = signIn;
        this.signer = signer;
        this.time = time;
    }

    @Override
    public Pass pass(URI address, List<byte[]> body) throws InterruptedException {
        return pass(
                new RequestSigner.Unsigned(
                        "POST", address, Map.of("Content-Type", "application/json"), body));
    }

    @Override
    public Pass question(URI address) throws InterruptedException {
        return pass(new RequestSigner.Unsigned("GET", address, Map.of(), List.of()));
    }

    private Pass pass(RequestSigner.Unsigned request) throws InterruptedException {
        return switch (signIn.credentials()) {
            case Lookup.Found(AwsCredentials credentials) -> {
                used = Optional.of(credentials);
                yield new Pass.Granted(
                        signer.headers(request, credentials, time.now()),
                        credentials.origin(),
                        credentials.secrets());
            }
            case Lookup.None _ ->
                    new Pass.Denied(new ModelFailure.Unauthorized("no AWS credentials were found"));
            case Lookup.Failed failed -> {
                String message = failed.message() + ": " + failed.fix();
                yield new Pass.Denied(
                        failed.mayPass()
                                ? new ModelFailure.ProviderFault(message)
                                : new ModelFailure.Unauthorized(message));
            }
        };
    }

    @Override
    public boolean mends(Refusal refusal) {
        if (OF_TIME.contains(refusal.kind())) {
            return time.correct(refusal.headers());
        }
        if (EXPIRED.contains(refusal.kind()) && used.isPresent() && !wasRenewed) {
            wasRenewed = true;
            signIn.expired(used.get());
            return true;
        }
        return false;
    }
}
