package kiro.model.bedrock;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kiro.http.RetryAfter;
import kiro.model.ModelChoice;
import kiro.model.ModelFailure;
import kiro.model.TooLong;
import kiro.model.Usage;
import kiro.model.WireFailures;
import kiro.secret.Secret;

/// Says what Bedrock's errors mean, those of a status and those in the middle of a stream, and what to do about them.
final class BedrockFailures {
    private static final String SERVICE = "Amazon Bedrock";

    /// From here on an error of a signature repeats the whole request.
    private static final String REPEATED = "The Canonical String";

    private final ModelChoice.Bedrock settings;
    private final WireFailures wire;
    private final String bearer;
    private final List<Secret> secrets;
    private final Clock clock;

    /// @param bearer whose access it is
    /// @param secrets what must not be shown
    BedrockFailures(
            ModelChoice.Bedrock settings,
            URI address,
            String bearer,
            List<Secret> secrets,
            Clock clock) {
        this.settings = settings;
        this.bearer = bearer;
        this.secrets = secrets;
        this.clock = clock;
        this.wire =
                new WireFailures(
                        new WireFailures.Service(
                                SERVICE,
                                settings.id().text(),
                                address,
                                "aws.region or bedrock.base-url",
                                "change AWS_PROFILE or AWS_BEARER_TOKEN_BEDROCK",
                                settings.door().key()),
                        body -> Refusal.of(Refusal.NONE, body).said(),
                        clock);
    }

    WireFailures wire() {
        return wire;
    }

    ModelFailure ofStatus(int status, Refusal refusal, byte[] body) {
        String words = " (HTTP %d%s)".formatted(status, quoted(refusal));
        return of(refusal, words, RetryAfter.of(refusal.headers(), clock))
                .orElseGet(() -> wire.ofStatus(status, refusal.headers(), body));
    }

    /// What the status of a list of models means: other rights are needed for it than for a model.
    ModelFailure ofList(int status, Refusal refusal, byte[] body) {
        return refusal.kind().equals("AccessDenied")
                ? new ModelFailure.Unauthorized(
                        "%s may not list models: allow bedrock:ListInferenceProfiles and bedrock:ListFoundationModels (HTTP %d%s)"
                                .formatted(bearer, status, quoted(refusal)))
                : ofStatus(status, refusal, body);
    }

    ModelFailure ofStream(Refusal refusal) {
        String words = quoted(refusal);
        return of(refusal, words.isEmpty() ? "" : " (" + words.substring(2) + ")", Optional.empty())
                .orElseGet(() ->
                        wire.ofEvent(
                                new WireFailures.Said(refusal.kind(), shown(refusal.message()))));
    }

    private Optional<ModelFailure> of(Refusal refusal, String words, Optional<Duration> wait) {
        return busy(refusal, words, wait).or(() -> lasting(refusal, words));
    }

    /// What the service cannot do at the moment.
    private Optional<ModelFailure> busy(Refusal refusal, String words, Optional<Duration> wait) {
        return switch (refusal.kind()) {
            case "Throttling",
                    "Throttled",
                    "TooManyRequests",
                    "ThrottledRequest",
                    "RequestLimitExceeded" ->
                    Optional.of(throttled(refusal, words, wait));
            case "ServiceUnavailable" ->
                    Optional.of(
                            new ModelFailure.Overloaded(SERVICE + " is unavailable" + words, wait));
            case "ModelNotReady" ->
                    Optional.of(
                            new ModelFailure.Overloaded(
                                    settings.id().text() + " is not ready yet" + words, wait));
            case "InternalServer",
                    "InternalServerError",
                    "InternalFailure",
                    "ModelTimeout",
                    "ModelError",
                    "ModelStreamError" ->
                    Optional.of(new ModelFailure.ProviderFault(SERVICE + " failed" + words));
            default -> Optional.empty();
        };
    }

    /// What the same request meets again.
    private Optional<ModelFailure> lasting(Refusal refusal, String words) {
        return switch (refusal.kind()) {
            case "ServiceQuotaExceeded" ->
                    Optional.of(
                            new ModelFailure.Rejected(
                                    "a quota of the account is used up: have it raised in the console of Service Quotas"
                                            + words));
            case "Validation" -> Optional.of(invalid(refusal, words));
            case "AccessDenied", "NotAuthorized", "OptInRequired" -> Optional.of(denied(words));
            case "ExpiredToken",
                    "UnrecognizedClient",
                    "InvalidClientTokenId",
                    "InvalidSignature",
                    "SignatureDoesNotMatch",
                    "IncompleteSignature",
                    "MissingAuthenticationToken",
                    "RequestTimeTooSkewed",
                    "RequestExpired" ->
                    Optional.of(unknownBearer(refusal, words));
            case "ResourceNotFound" -> Optional.of(noModel(words));
            default -> Optional.empty();
        };
    }

    /// Too many tokens in a minute pass; too many in a day do not.
    private static ModelFailure throttled(Refusal refusal, String words, Optional<Duration> wait) {
        String plain = refusal.message().toLowerCase(Locale.ROOT);
        return plain.contains("per day") || plain.contains("daily")
                ? new ModelFailure.Rejected(
                        "the quota of the day is used up: go on tomorrow, or with another model or region"
                                + words)
                : new ModelFailure.RateLimited("too many requests" + words, wait);
    }

    private ModelFailure invalid(Refusal refusal, String words) {
        String plain = refusal.message().toLowerCase(Locale.ROOT).replace('’', '\'');
        if (TooLong.says(plain) || plain.contains("too long") || plain.contains("maximum tokens")) {
            return new ModelFailure.ContextTooLong(
                    "the conversation is too long for " + settings.id().text() + words);
        }
        if (plain.contains("on-demand throughput isn't supported")) {
            return new ModelFailure.Rejected(
                    "%s is served by inference profiles alone: set model to bedrock/%s, or to the ARN of a profile of your own%s"
                            .formatted(settings.id().text(), profile(), words));
        }
        return plain.contains("model identifier is invalid")
                ? noModel(words)
                : new ModelFailure.Rejected(SERVICE + " rejects the request" + words);
    }

    /// The profile of the region's part of the world, as such ids are made.
    private String profile() {
        String region = settings.door().region().orElse("");
        String geography =
                region.startsWith("us-gov-")
                        ? "us-gov"
                        : region.startsWith("us-")
                                ? "us"
                                : region.startsWith("eu-")
                                        ? "eu"
                                        : region.startsWith("ap-") ? "apac" : "global";
        return geography + "." + settings.id().text();
    }

    private ModelFailure denied(String words) {
        return new ModelFailure.Unauthorized(
                "%s may not use %s: allow bedrock:InvokeModel and bedrock:InvokeModelWithResponseStream on the model and on its inference profile%s"
                        .formatted(bearer, settings.id().text(), words));
    }

    private ModelFailure unknownBearer(Refusal refusal, String words) {
        return new ModelFailure.Unauthorized(
                refusal.kind().equals("ExpiredToken")
                        ? "the credentials of %s have expired: get new ones%s"
                                .formatted(bearer, words)
                        : "%s does not take the credentials of %s: check them with 'kiro auth whoami'%s"
                                .formatted(SERVICE, bearer, words));
    }

    private ModelFailure noModel(String words) {
        return new ModelFailure.Rejected(
                "no model '%s' in %s: see 'aws bedrock list-inference-profiles' and 'aws bedrock list-foundation-models'%s"
                        .formatted(
                                settings.id().text(),
                                settings.door().region().orElse("this region"),
                                words));
    }

    /// A guardrail stopped the request or the reply.
    ///
    /// @param said what it shows in the reply's place
    ModelFailure ofGuardrail(String said, List<String> judgements, Usage usage) {
        return new ModelFailure.Blocked(
                "the guardrail%s stopped this%s: %s"
                        .formatted(
                                settings.wishes()
                                        .guardrail()
                                        .map(each ->
                                                " %s (version %s)"
                                                        .formatted(each.id(), each.version()))
                                        .orElse(""),
                                judgements.isEmpty()
                                        ? ""
                                        : " (" + String.join(", ", judgements) + ")",
                                said.isBlank() ? "it gives no message" : wire.quoted(said)),
                usage);
    }

    private String quoted(Refusal refusal) {
        String kind = refusal.kind().isEmpty() ? "" : ", " + wire.quoted(refusal.kind());
        return refusal.message().isEmpty()
                ? kind
                : kind + ": " + wire.quoted(shown(refusal.message()));
    }

    private String shown(String message) {
        int repeated = message.indexOf(REPEATED);
        String text = repeated < 0 ? message : message.substring(0, repeated);
        for (Secret secret : secrets) {
            text = secret.mask(text);
        }
        return text;
    }
}
