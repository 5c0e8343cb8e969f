package kiro.model.builtin.project;

/// Tells which code refuses strangers.
final class Refusals {
    private final Failures failures;

    Refusals(Failures failures) {
        this.failures = failures;
    }

    /// Whether code answers 401, itself or by an exception that is answered so.
    boolean refuses(String text) {
        return text.matches(
                        "(?s).*(401|UNAUTHORIZED|[uU]nauthori[sz]ed|[uU]nauthenticated|Authentication).*")
                || isRaised(text);
    }

    /// Whether code raises what is answered with 401.
    boolean isRaised(String text) {
        return failures.exceptionsFor(401).stream()
                        .anyMatch(name ->
                                text.contains("new " + name + "(") || text.contains(name + "::new"))
                || failures.factories().stream()
                        .filter(one -> one.status() == 401)
                        .anyMatch(one ->
                                text.matches(
                                        "(?s).*\\b%s(\\.|::)%s\\b.*"
                                                .formatted(one.type().name(), one.method().name())))
                || failures.coded().stream()
                        .filter(one -> one.status() == 401)
                        .anyMatch(one ->
                                text.contains("new " + one.exception().name() + "(")
                                        && text.contains(one.code().replaceFirst(".*\\.", "")))
                || text.matches("(?s).*ResponseStatusException\\([^;]*(UNAUTHORIZED|401).*");
    }
}
