package kiro.aws;

import java.util.Locale;
import java.util.Optional;
import kiro.aws.AwsCalls.Reply;
import tools.jackson.databind.JsonNode;

/// An error of Cost Explorer, and what a person does about it.
///
/// @param kind such as `AccessDenied`, without what all kinds end in; empty where none is named
/// @param said by the service; empty for nothing
/// @param bearer whose access it was
record CostRefusal(int status, String kind, String said, String bearer) {
    private static final int LONGEST = 400;

    static CostRefusal of(Reply.Answered answer, String bearer) {
        Optional<JsonNode> json = CredentialText.json(answer.body());
        String type =
                json.map(each -> each.path("__type").asString(""))
                        .filter(text -> !text.isEmpty())
                        .or(() -> answer.headers().firstValue("x-amzn-ErrorType"))
                        .orElse("");
        String message =
                json.map(each -> each.path("message").asString(each.path("Message").asString("")))
                        .orElse("");
        String line = CredentialText.line(message);
        return new CostRefusal(
                answer.status(),
                type.replaceFirst(".*#", "")
                        .replaceFirst("[:,].*", "")
                        .replaceFirst("Exception$", ""),
                line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line,
                bearer);
    }

    /// Whether the same request may go well in a while.
    boolean mayPass() {
        return status >= 500
                || status == 429
                || kind.equals("LimitExceeded")
                || kind.startsWith("Throttling")
                || kind.equals("TooManyRequests")
                || kind.equals("RequestChanged");
    }

    /// Whether it is about the tag that was asked for.
    boolean isOfTag() {
        return kind.equals("Validation") && said.toLowerCase(Locale.ROOT).contains("tag");
    }

    String message() {
        return told() + words();
    }

    private String told() {
        return switch (kind) {
            case "AccessDenied", "UnauthorizedOperation" -> bearer + " may not look at AWS's bill";
            case "DataUnavailable" -> "Cost Explorer has no figures for these days yet";
            case "BillExpiration" -> "Cost Explorer has no figures of these days any more";
            case "ExpiredToken" -> "the credentials of %s have expired".formatted(bearer);
            default ->
                    isOfCredentials()
                            ? "the credentials of %s are not accepted".formatted(bearer)
                            : mayPass()
                                    ? "Cost Explorer has no time just now"
                                    : "Cost Explorer refuses the request";
        };
    }

    private boolean isOfCredentials() {
        return kind.equals("UnrecognizedClient")
                || kind.equals("InvalidClientTokenId")
                || kind.equals("IncompleteSignature")
                || kind.equals("MissingAuthenticationToken")
                || kind.equals("InvalidSignature")
                || kind.equals("SignatureDoesNotMatch");
    }

    String fix() {
        return switch (kind) {
            case "AccessDenied", "UnauthorizedOperation" ->
                    "allow ce:GetCostAndUsage, and have Cost Explorer and access to billing switched on for the account";
            case "DataUnavailable" ->
                    "try again in a day: figures come up to a day after Cost Explorer was switched on";
            case "ExpiredToken" -> "sign in again";
            default ->
                    isOfCredentials()
                            ? "check them with 'kiro auth whoami'"
                            : mayPass() ? "try again in a while" : "see docs/guide/models.md";
        };
    }

    /// Such as ` (AccessDenied: User is not authorized)`.
    String words() {
        String what = kind.isEmpty() ? "HTTP " + status : kind;
        return said.isEmpty() ? " (" + what + ")" : " (" + what + ": " + said + ")";
    }
}
