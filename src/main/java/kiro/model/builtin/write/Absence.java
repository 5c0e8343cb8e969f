package kiro.model.builtin.write;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.model.builtin.project.Failures;

/// How a project answers for a resource that is not there.
final class Absence {
    private static final Pattern THROWN = Pattern.compile("(?:new\\s+)?(\\w+)(?:\\(|::new\\b)");

    private Absence() {}

    /// Why the answer is not the one that is asked for; empty where it is, as far as can be told.
    static Optional<String> obstacle(Scene scene, int status) {
        Place place = scene.place().parent().map(Parent::place).orElse(scene.place());
        Optional<Finder> finder =
                Finder.of(scene.project(), place).filter(one -> !one.isOptional());
        if (finder.isEmpty()) {
            return status == 404
                    ? Optional.empty()
                    : Optional.of("what is not there is answered with 404 in this project");
        }
        String body = finder.get().body();
        if (body.contains("ResponseStatusException")) {
            return body.contains("NOT_FOUND") == (status == 404)
                    ? Optional.empty()
                    : Optional.of(finder.get().name() + " answers with another status");
        }
        Failures failures = scene.project().failures();
        if (isMade(failures, body, status)) {
            return Optional.empty();
        }
        Matcher thrown = THROWN.matcher(body);
        while (thrown.find()) {
            Integer answered = failures.statuses().get(thrown.group(1));
            if (answered != null && answered == status) {
                return Optional.empty();
            }
        }
        return Optional.of(
                "%s.%s throws an exception that the project does not answer with %d"
                        .formatted(finder.get().in().name(), finder.get().name(), status));
    }

    /// Whether the project's own code says the status where it makes the exception.
    private static boolean isMade(Failures failures, String body, int status) {
        boolean isByFactory =
                failures.factories().stream()
                        .filter(factory -> factory.status() == status)
                        .anyMatch(factory ->
                                body.contains(
                                        factory.type().name()
                                                + "."
                                                + factory.method().name()
                                                + "("));
        return isByFactory
                || failures.coded().stream()
                        .filter(one -> one.status() == status)
                        .anyMatch(one ->
                                body.contains("new " + one.exception().name() + "(")
                                        && body.contains(one.code().replaceFirst(".*\\.", "")));
    }
}
